package no.fellesdrift.charge;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.CreditDue;

/**
 * From the credits of a month to money, with the caps that need it: those of credits in kroner, of a service and of a
 * year. A pure function; credits come in order of line and level, and the first to come is the first to be served.
 */
final class CreditWorths {

    /**
     * What a credit comes to.
     *
     * @param base the sum of the line's rounded recurring charges
     * @param exact before rounding, negative
     */
    record Worth(Money base, Share exact, Money amount, String working) {}

    /**
     * What a year's cap is reckoned from.
     *
     * @param base the line's recurring charges of the year's months so far, the measured one among them
     * @param given what earlier months of the year gave, positive
     */
    record Year(Money base, Money given) {}

    private final Map<LineNumber, Money> bases;
    private final Map<LineNumber, LineBasis> lines;
    private final Map<LineNumber, Year> years;
    private final Map<String, Money> given = new HashMap<>();

    private CreditWorths(Map<LineNumber, LineBasis> lines, Map<LineNumber, Money> bases, Map<LineNumber, Year> years) {
        this.lines = lines;
        this.bases = bases;
        this.years = years;
    }

    /**
     * By {@link CreditDue#key}; a line that was not there in the month gets nothing.
     *
     * @param bases the lines' rounded recurring charges of the month
     * @param years of the lines that have a cap for the year
     */
    static Map<String, Worth> of(
            List<CreditDue> dues,
            Map<LineNumber, LineBasis> lines,
            Map<LineNumber, Money> bases,
            Map<LineNumber, Year> years) {
        CreditWorths worths = new CreditWorths(lines, bases, years);
        Map<String, Worth> all = new LinkedHashMap<>();
        dues.stream()
                .filter(due -> lines.containsKey(due.line()))
                .forEach(due -> all.put(due.key(), worths.worth(due)));
        return all;
    }

    private Worth worth(CreditDue credit) {
        Money base = bases.get(credit.line());
        Worth worth = credit.isInKroner() ? inKroner(credit, base) : inPercent(credit, base);
        if (credit.capYearPercent() != null && years.containsKey(credit.line())) {
            Year year = years.get(credit.line());
            Money room = part(year.base(), credit.capYearPercent()).minus(year.given());
            worth = capped(worth, room.minus(given("line " + credit.line())));
        }
        LineBasis line = lines.get(credit.line());
        String service = "service " + credit.agency() + " " + line.service();
        if (credit.capServicePercent() != null) {
            Money all = Money.sum(lines.values().stream()
                    .filter(one -> one.organisation().equals(credit.agency())
                            && one.service().equals(line.service()))
                    .map(one -> bases.get(one.line()))
                    .toList());
            worth = capped(worth, part(all, credit.capServicePercent()).minus(given(service)));
        }
        add("line " + credit.line(), worth);
        add(service, worth);
        if (credit.isInKroner()) {
            add("kroner " + credit.line(), worth);
        }
        return worth;
    }

    private static Worth inPercent(CreditDue credit, Money base) {
        Share exact =
                base.exact().times(credit.percent()).dividedBy(Share.of(100)).negate();
        String percent = Working.share(credit.percent());
        String capped = credit.percent().equals(credit.tierPercent())
                ? ""
                : "min(" + Working.share(credit.tierPercent()) + " %; " + percent + " %) = " + percent + " %\n";
        return new Worth(
                base,
                exact,
                Money.rounded(exact),
                capped + "−" + base + " × " + percent + " ÷ 100"
                        + Working.result(exact).replace('-', '−'));
    }

    /** Credits in kroner share what the line's percentages have left of its cap. */
    private Worth inKroner(CreditDue credit, Money base) {
        Worth whole = new Worth(
                base, credit.amount().exact().negate(), credit.amount().negate(), "−" + credit.amount());
        return capped(
                whole,
                Money.rounded(base.exact().times(credit.percent()).dividedBy(Share.of(100)))
                        .minus(given("kroner " + credit.line())));
    }

    /** @param room the most that is left; below nothing counts as nothing */
    private static Worth capped(Worth worth, Money room) {
        Money left = room.isNegative() ? Money.ZERO : room;
        if (worth.amount().negate().compareTo(left) <= 0) {
            return worth;
        }
        return new Worth(
                worth.base(),
                left.exact().negate(),
                left.negate(),
                worth.working() + "\n−min(" + worth.amount().negate() + "; " + left + ") = −" + left);
    }

    private static Money part(Money base, BigDecimal percent) {
        return Money.rounded(base.exact().times(Share.percent(percent)));
    }

    private Money given(String key) {
        return given.getOrDefault(key, Money.ZERO);
    }

    private void add(String key, Worth worth) {
        given.merge(key, worth.amount().negate(), Money::plus);
    }
}
