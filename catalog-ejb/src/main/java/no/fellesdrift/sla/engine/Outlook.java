package no.fellesdrift.sla.engine;

import java.util.OptionalLong;
import no.fellesdrift.kernel.Share;

/** Where a running period is heading: its error budget against what has been used of it, at the rate of so far. */
public final class Outlook {

    private Outlook() {}

    /**
     * When the whole period's error budget is used up, if as much is lost per agreed second as until now. Counted in
     * agreed seconds: nothing is used up while the service is closed.
     *
     * @param whole the agreed time of the whole period
     * @param now epoch second until which the outcome was measured
     * @param outcome of the period so far
     * @return epoch second; {@code now} when it is used up already, empty when it lasts or nothing has been lost
     */
    public static OptionalLong spent(Spans whole, long now, Availability.Outcome outcome) {
        long used = outcome.errorBudget() - outcome.errorBudgetRemaining();
        long soFar = whole.secondsBefore(now);
        if (used <= 0 || soFar == 0) {
            return OptionalLong.empty();
        }
        long base = outcome.base() + whole.seconds() - soFar;
        long budget =
                Share.of(base).times(Share.ONE.minus(outcome.target())).floor().longValueExact();
        if (used > budget) {
            return OptionalLong.of(now);
        }
        long at = Math.multiplyExact(budget, soFar) / used + 1;
        return at > whole.seconds() ? OptionalLong.empty() : OptionalLong.of(whole.reach(at));
    }
}
