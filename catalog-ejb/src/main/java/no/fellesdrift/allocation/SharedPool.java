package no.fellesdrift.allocation;

import java.util.List;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;

/**
 * A pool that was closed: what it had and where it went.
 *
 * @param received what earlier pools gave it
 * @param shares in the order of ties; they sum to {@link #amount()}
 */
public record SharedPool(Pool pool, Money received, List<Part> shares) {

    /** What one target got of a pool. */
    public record Part(Target target, Share share, Money amount) {}

    public SharedPool {
        shares = List.copyOf(shares);
    }

    /** What was shared: the ledger's entries and what was received. */
    public Money amount() {
        return pool.ledger().plus(received);
    }
}
