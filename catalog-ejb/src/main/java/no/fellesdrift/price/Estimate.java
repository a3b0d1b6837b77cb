package no.fellesdrift.price;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.kernel.Money;

/**
 * What an order of so many units would cost: once, and in twelve months at the prices of one date. Usage that nobody
 * can know beforehand is not in it, but a minimum that is charged without use is.
 */
public record Estimate(Money oneOff, Money perYear) {

    public static final Estimate NOTHING = new Estimate(Money.ZERO, Money.ZERO);

    /** @param begins whether the order begins a line; otherwise it adds units to one */
    public static Estimate of(List<ComponentPrice> components, BigDecimal quantity, boolean begins) {
        Money once = Money.ZERO;
        Money yearly = Money.ZERO;
        for (ComponentPrice component : components) {
            once = once.plus(component.oneOff(quantity, begins));
            // An added unit brings no further minimum: the minimum is the line's.
            yearly = component.list().kind().usage() && !begins ? yearly : yearly.plus(component.perYear(quantity));
        }
        return new Estimate(once, yearly);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(oneOff.plus(other.oneOff), perYear.plus(other.perYear));
    }
}
