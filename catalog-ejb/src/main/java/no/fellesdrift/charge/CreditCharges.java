package no.fellesdrift.charge;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.charge.CreditDecisions.Decision;
import no.fellesdrift.charge.CreditWorths.Worth;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditDue;
import no.fellesdrift.sla.LevelDesk;

/** From credits to money: percent of what the line's recurring prices came to in the measured period. */
class CreditCharges {

    static final int DECIMALS = 4;
    private static final int PERCENT_DECIMALS = 6;

    @Inject
    LevelDesk levels;

    @Inject
    LineBases bases;

    @Inject
    CreditDecisions decisions;

    @Inject
    Adjustments adjustments;

    /**
     * The credits approved in the month, as charges of the day of their approval, and the adjustments approved in it. An
     * imported approval has no figures of its own: it keeps those of its first computation.
     */
    List<ComputedCharge> of(YearMonth period) {
        Map<YearMonth, List<Decision>> measured = decisions.approved(DateRange.of(period)).stream()
                .collect(Collectors.groupingBy(Decision::period, TreeMap::new, Collectors.toList()));
        List<ComputedCharge> charges = new ArrayList<>();
        measured.forEach((month, approved) -> {
            Map<String, CreditDue> due = levels.creditsDue(month).stream()
                    .collect(Collectors.toMap(
                            CreditDue::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            Map<LineNumber, LineBasis> lines = lines(month);
            Map<String, Worth> worths = worths(month, List.copyOf(due.values()), lines);
            for (Decision decision : approved) {
                LineBasis line = lines.get(decision.line());
                if (line == null) {
                    continue;
                }
                FixedCredit fixed = decision.fixed();
                if (fixed == null && due.containsKey(decision.key())) {
                    fixed = fixed(due.get(decision.key()), worths.get(decision.key()));
                    decisions.fix(decision, fixed);
                }
                if (fixed != null && !fixed.amount().isZero()) {
                    charges.add(charge(period, decision, line, fixed));
                }
            }
        });
        for (CreditAdjustment adjustment : adjustments.approved(DateRange.of(period))) {
            LineBasis line = lines(adjustment.period()).get(adjustment.line());
            charges.add(correction(period, adjustment, line));
        }
        return charges;
    }

    /** What a credit comes to by the latest result, to be kept. */
    static FixedCredit fixed(CreditDue due, Worth worth) {
        return new FixedCredit(
                due.resultVersion(),
                due.achieved().round(DECIMALS, RoundingMode.FLOOR),
                percent(due.tierPercent()),
                percent(due.percent()),
                worth.base(),
                worth.exact(),
                worth.amount(),
                worth.working());
    }

    /** To be shown: six decimals at the most. */
    static BigDecimal percent(Share exact) {
        return exact.round(PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    /** What each of a month's credits comes to, by {@link CreditDue#key}. */
    Map<String, Worth> worths(YearMonth month, List<CreditDue> due, Map<LineNumber, LineBasis> lines) {
        Map<LineNumber, Money> bases = new HashMap<>();
        lines.forEach((number, line) -> bases.put(number, recurring(line, month)));
        return CreditWorths.of(due, lines, bases, years(month, due));
    }

    private Map<LineNumber, CreditWorths.Year> years(YearMonth month, List<CreditDue> due) {
        Set<LineNumber> capped = due.stream()
                .filter(credit -> credit.capYearPercent() != null)
                .map(CreditDue::line)
                .collect(Collectors.toSet());
        Map<LineNumber, CreditWorths.Year> years = new HashMap<>();
        if (capped.isEmpty()) {
            return years;
        }
        Map<LineNumber, Money> given = decisions.givenBefore(month);
        for (YearMonth one = month.withMonth(1); !one.isAfter(month); one = one.plusMonths(1)) {
            YearMonth of = one;
            lines(one).forEach((number, line) -> {
                if (capped.contains(number)) {
                    years.merge(
                            number,
                            new CreditWorths.Year(recurring(line, of), given.getOrDefault(number, Money.ZERO)),
                            (sum, next) -> new CreditWorths.Year(sum.base().plus(next.base()), sum.given()));
                }
            });
        }
        return years;
    }

    private static Money recurring(LineBasis line, YearMonth month) {
        return Money.sum(Charging.of(line, month, Map.of()).stream()
                .filter(charge -> charge.kind().isRecurring())
                .map(ComputedCharge::amount)
                .toList());
    }

    Map<LineNumber, LineBasis> lines(YearMonth month) {
        return bases.of(month).stream().collect(Collectors.toMap(LineBasis::line, Function.identity()));
    }

    private static ComputedCharge charge(YearMonth period, Decision decision, LineBasis line, FixedCredit credit) {
        return charge(
                number(decision.line(), decision.level(), decision.period()),
                period,
                line,
                decision.level(),
                ChargeKind.SERVICE_CREDIT,
                decision.decidedOn(),
                credit.exact().toString(),
                credit.working(),
                credit.amount(),
                null);
    }

    private static ComputedCharge correction(YearMonth period, CreditAdjustment adjustment, LineBasis line) {
        return charge(
                adjustment.line() + "~" + adjustment.level() + "~" + adjustment.period() + "~" + ChargeKind.CORRECTION
                        + "~" + adjustment.serial(),
                period,
                line,
                adjustment.level(),
                ChargeKind.CORRECTION,
                adjustment.decidedOn(),
                adjustment.amount().exact().toString(),
                adjustment.working(),
                adjustment.amount(),
                number(adjustment.line(), adjustment.level(), adjustment.period()));
    }

    private static String number(LineNumber line, String level, YearMonth measured) {
        return line + "~" + level + "~" + measured + "~" + ChargeKind.SERVICE_CREDIT;
    }

    private static ComputedCharge charge(
            String number,
            YearMonth period,
            LineBasis line,
            String level,
            ChargeKind kind,
            LocalDate on,
            String exact,
            String working,
            Money amount,
            String corrects) {
        return new ComputedCharge(
                number,
                period,
                line.organisation(),
                line.agreement(),
                line.line(),
                line.service(),
                line.offering(),
                level,
                kind,
                on,
                on.plusDays(1),
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                exact,
                working,
                amount,
                null,
                null,
                corrects);
    }
}
