package no.fellesdrift.sla.chain;

import java.math.BigDecimal;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * A supplier's promise, how it was kept in a month, and the customers' promises that stand on it.
 *
 * @param measured absent for cases, and for a month before the contract or after it
 * @param links by service and level
 */
public record ContractView(Contract contract, Measured measured, List<LinkView> links) {

    /**
     * How available the supplied service was by the contract's calendar, counting what the supplier caused.
     *
     * @param agreedSeconds of the calendar in the month, as far as it has passed
     * @param downtimeSeconds that hit everybody
     * @param met whether that much keeps the contract
     * @param worst the customer who was hit longest, when longer than everybody; absent otherwise
     */
    public record Measured(long agreedSeconds, long downtimeSeconds, boolean met, Hit worst) {

        /** In percent, exact; the whole when no time was agreed. */
        public Share percent() {
            return agreedSeconds == 0
                    ? Share.of(100)
                    : Share.of(agreedSeconds - downtimeSeconds, agreedSeconds).times(Share.of(100));
        }
    }

    /** @param downtimeSeconds what hit everybody among it */
    public record Hit(OrgNumber agency, String agencyName, long downtimeSeconds, boolean met) {}

    /**
     * @param met how many of the customers' lines kept the promise in the month
     * @param breached how many did not
     * @param upstream how many of those mostly for what a supplier caused
     * @param missing how many percent the chain lacks; absent when it carries the promise, and for cases
     */
    public record LinkView(ChainLink link, int met, int breached, int upstream, BigDecimal missing) {}

    public boolean isWeak() {
        return links.stream().anyMatch(view -> view.link().isWeak());
    }

    /** Those that cannot be carried. */
    public List<LinkView> tooWeak() {
        return links.stream().filter(view -> view.link().isWeak()).toList();
    }
}
