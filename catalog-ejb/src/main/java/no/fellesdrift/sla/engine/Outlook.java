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
        long soFar = whole.secondsBefore(now);
        long base = outcome.base() + whole.seconds() - soFar;
        return when(
                whole,
                now,
                outcome.errorBudget() - outcome.errorBudgetRemaining(),
                Share.of(base).times(Share.ONE.minus(outcome.target())).floor().longValueExact());
    }

    /**
     * The same of what is counted: when more of the whole period's cases, runs or samples have missed than the target
     * allows, if as many come and as many miss per agreed second as until now.
     *
     * @param target share of one
     */
    public static OptionalLong spent(Spans whole, long now, long missed, long counted, Share target) {
        long soFar = whole.secondsBefore(now);
        return soFar == 0
                ? OptionalLong.empty()
                : when(
                        whole,
                        now,
                        missed,
                        Share.of(counted)
                                .times(Share.of(whole.seconds(), soFar))
                                .times(Share.ONE.minus(target))
                                .floor()
                                .longValueExact());
    }

    /** When more than so many have come, if as many come per agreed second as until now. */
    public static OptionalLong when(Spans whole, long now, long used, long allowed) {
        long soFar = whole.secondsBefore(now);
        if (used <= 0 || soFar == 0) {
            return OptionalLong.empty();
        }
        if (used > allowed) {
            return OptionalLong.of(now);
        }
        long at = Math.multiplyExact(allowed, soFar) / used + 1;
        return at > whole.seconds() ? OptionalLong.empty() : OptionalLong.of(whole.reach(at));
    }
}
