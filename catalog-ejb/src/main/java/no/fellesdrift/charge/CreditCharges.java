package no.fellesdrift.charge;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.charge.CreditDecisions.Decision;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditDue;
import no.fellesdrift.sla.LevelDesk;

/** From credits to money: percent of what the line's recurring prices came to in the measured period. */
class CreditCharges {

    static final int DECIMALS = 4;

    @Inject
    LevelDesk levels;

    @Inject
    LineBases bases;

    @Inject
    CreditDecisions decisions;

    @Inject
    Adjustments adjustments;

    /**
     * What a credit comes to.
     *
     * @param base the sum of the line's rounded recurring charges
     * @param exact before rounding, negative
     */
    record Worth(Money base, Share exact, Money amount, String working) {}

    /**
     * The credits approved in the month, as charges of the day of their approval, and the adjustments approved in it. An
     * imported approval has no figures of its own: it keeps those of its first computation.
     */
    List<ComputedCharge> of(YearMonth period) {
        Map<YearMonth, List<Decision>> measured = decisions.approved(DateRange.of(period)).stream()
                .collect(Collectors.groupingBy(Decision::period, TreeMap::new, Collectors.toList()));
        List<ComputedCharge> charges = new ArrayList<>();
        measured.forEach((month, approved) -> {
            Map<String, CreditDue> due =
                    levels.creditsDue(month).stream().collect(Collectors.toMap(CreditDue::key, Function.identity()));
            Map<LineNumber, LineBasis> lines = lines(month);
            for (Decision decision : approved) {
                LineBasis line = lines.get(decision.line());
                if (line == null) {
                    continue;
                }
                FixedCredit fixed = decision.fixed();
                if (fixed == null && due.containsKey(decision.key())) {
                    fixed = fixed(line, due.get(decision.key()));
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
    static FixedCredit fixed(LineBasis line, CreditDue due) {
        Worth worth = worth(line, due);
        return new FixedCredit(
                due.resultVersion(),
                due.achieved().round(DECIMALS, RoundingMode.FLOOR),
                due.tierPercent(),
                due.percent(),
                worth.base(),
                worth.exact(),
                worth.amount(),
                worth.working());
    }

    Map<LineNumber, LineBasis> lines(YearMonth month) {
        return bases.of(month).stream().collect(Collectors.toMap(LineBasis::line, Function.identity()));
    }

    static Worth worth(LineBasis line, CreditDue credit) {
        Money base = Money.sum(Charging.of(line, credit.period(), Map.of()).stream()
                .filter(charge -> charge.kind().isRecurring())
                .map(ComputedCharge::amount)
                .toList());
        Share exact = base.exact().times(Share.percent(credit.percent())).negate();
        String percent = Working.plain(credit.percent());
        String capped = credit.percent().compareTo(credit.tierPercent()) == 0
                ? ""
                : "min(" + Working.plain(credit.tierPercent()) + " %; " + percent + " %) = " + percent + " %\n";
        return new Worth(
                base,
                exact,
                Money.rounded(exact),
                capped + "−" + base + " × " + percent + " ÷ 100"
                        + Working.result(exact).replace('-', '−'));
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
