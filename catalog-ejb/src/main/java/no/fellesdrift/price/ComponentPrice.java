package no.fellesdrift.price;

import java.math.BigDecimal;
import java.util.Optional;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;

/** A list price with the term an agency has negotiated over it, if any. All figures are exact until rounded. */
public record ComponentPrice(PriceView list, Optional<NegotiatedTerm> negotiated) {

    public static ComponentPrice listed(PriceView list) {
        return new ComponentPrice(list, Optional.empty());
    }

    /** @throws IllegalStateException when the component has tiers */
    public Share unitPrice() {
        if (list.unitPrice() == null) {
            throw new IllegalStateException("Tiers hold for " + list.priceId());
        }
        return effective(list.unitPrice());
    }

    /** What this agency pays per unit where the list says so much. */
    public Share effective(UnitPrice listed) {
        return negotiated.map(term -> term.applyTo(listed)).orElseGet(listed::exact);
    }

    /**
     * A recurring price for a stretch of days, cut by the day: price × quantity × days ÷ days of the month, month by
     * month; a quarter's price counts a third, a year's a twelfth of a month.
     */
    public Share recurring(BigDecimal quantity, DateRange days) {
        if (!list.kind().recurring()) {
            return Share.ZERO;
        }
        Share perMonth = perMonth(quantity);
        Share total = Share.ZERO;
        for (DateRange piece : Months.cut(days)) {
            total = total.plus(
                    perMonth.times(Share.of(piece.days(), piece.start().lengthOfMonth())));
        }
        return total;
    }

    /** A recurring price for one whole month; zero for other kinds. */
    public Share perMonth(BigDecimal quantity) {
        return list.kind().recurring()
                ? unitPrice()
                        .times(Share.of(quantity))
                        .times(Share.of(list.kind().timesAYear(), 12))
                : Share.ZERO;
    }

    /** A recurring price for twelve months, rounded once; a minimum that holds without use counts twelve times. */
    public Money perYear(BigDecimal quantity) {
        if (list.kind().recurring()) {
            return Money.rounded(perMonth(quantity).times(Share.of(12)));
        }
        if (list.kind().usage() && list.minimumAmount() != null && list.minimumWhenUnused()) {
            return Money.rounded(list.minimumAmount().exact().times(Share.of(12)));
        }
        return Money.ZERO;
    }

    /**
     * The one-off amount of an order, rounded once.
     *
     * @param begins whether the order begins a line; otherwise it adds units to one
     */
    public Money oneOff(BigDecimal quantity, boolean begins) {
        boolean charged =
                list.kind() == PriceKind.ONE_OFF && (begins || list.oneOffEvent() == OneOffEvent.NEW_AND_INCREASE);
        return charged ? Money.rounded(unitPrice().times(Share.of(quantity))) : Money.ZERO;
    }
}
