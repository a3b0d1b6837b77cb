package no.fellesdrift.sla.chain;

import java.util.List;
import no.fellesdrift.kernel.Share;

/**
 * A customer's promise beside the supplier's that it stands on.
 *
 * @param path the services between, from the customer's to the supplier's, by code
 * @param carried in percent, exact: what the whole chain below the customer's service can carry; absent for cases
 * @param weaknesses none when the promise can be carried
 */
public record ChainLink(
        Contract contract, CustomerPromise promise, List<String> path, Share carried, List<Weakness> weaknesses) {

    public ChainLink {
        path = List.copyOf(path);
        weaknesses = List.copyOf(weaknesses);
    }

    public boolean isWeak() {
        return !weaknesses.isEmpty();
    }
}
