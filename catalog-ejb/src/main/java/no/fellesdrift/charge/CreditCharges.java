package no.fellesdrift.charge;

import jakarta.inject.Inject;
import java.math.BigDecimal;
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

    @Inject
    LevelDesk levels;

    @Inject
    LineBases bases;

    @Inject
    CreditDecisions decisions;

    /**
     * What a credit comes to.
     *
     * @param base the sum of the line's rounded recurring charges
     * @param exact before rounding, negative
     */
    record Worth(Money base, Share exact, Money amount, String working) {}

    /** The credits approved in the month, as charges of the day of their approval. */
    List<ComputedCharge> of(YearMonth period) {
        Map<YearMonth, List<Decision>> measured = decisions.approved(DateRange.of(period)).stream()
                .collect(Collectors.groupingBy(Decision::period, TreeMap::new, Collectors.toList()));
        List<ComputedCharge> charges = new ArrayList<>();
        measured.forEach((month, approved) -> {
            Map<String, CreditDue> due =
                    levels.creditsDue(month).stream().collect(Collectors.toMap(CreditDue::key, Function.identity()));
            Map<LineNumber, LineBasis> lines = lines(month);
            approved.stream()
                    .filter(decision -> due.containsKey(decision.key()) && lines.containsKey(decision.line()))
                    .map(decision -> charge(
                            period,
                            decision,
                            lines.get(decision.line()),
                            worth(lines.get(decision.line()), due.get(decision.key()))))
                    .filter(charge -> !charge.amount().isZero())
                    .forEach(charges::add);
        });
        return charges;
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

    private static ComputedCharge charge(YearMonth period, Decision decision, LineBasis line, Worth worth) {
        return new ComputedCharge(
                line.line() + "~" + decision.level() + "~" + decision.period() + "~" + ChargeKind.SERVICE_CREDIT,
                period,
                line.organisation(),
                line.agreement(),
                line.line(),
                line.service(),
                line.offering(),
                decision.level(),
                ChargeKind.SERVICE_CREDIT,
                decision.decidedOn(),
                decision.decidedOn().plusDays(1),
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                worth.exact().toString(),
                worth.working(),
                worth.amount(),
                null,
                null,
                null);
    }
}
