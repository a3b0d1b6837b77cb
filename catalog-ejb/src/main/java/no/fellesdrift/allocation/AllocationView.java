package no.fellesdrift.allocation;

import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Share;

/**
 * An allocation run as the caller may see it.
 *
 * @param ledgerTotal cost in
 * @param allocatedTotal cost out: all agencies and the unsold capacity
 * @param pools in the order in which they were closed
 * @param perOrganisation what each agency got, by number; for an agency's people only their own
 * @param others what the agencies got that the caller does not see; zero for those who see all
 * @param unsoldCapacity what nobody bought, borne by the provider
 */
public record AllocationView(
        String number,
        YearMonth period,
        RunState state,
        int ledgerEntries,
        Money ledgerTotal,
        Money allocatedTotal,
        List<PoolView> pools,
        Map<OrgNumber, Money> perOrganisation,
        Money others,
        Money unsoldCapacity,
        Instant runAt,
        String runBy) {

    /**
     * A pool of the run.
     *
     * @param amount what was shared: {@code ledgerAmount} and {@code receivedAmount}
     * @param others what agencies got that the caller does not see
     */
    public record PoolView(
            String pool,
            LocalizedText name,
            String key,
            String keyKind,
            int ledgerEntries,
            Money ledgerAmount,
            Money receivedAmount,
            Money amount,
            List<ShareView> shares,
            Money others) {}

    /**
     * A share of a pool.
     *
     * @param name of the organisation or pool; absent for unsold capacity
     * @param working where the share came from, digits and signs
     * @param cut the amount before the remaining øre were given out, cut to whole øre
     */
    public record ShareView(
            String target,
            Target.Type targetType,
            LocalizedText name,
            Share share,
            String working,
            Money cut,
            Money amount) {

        /** The øre that the largest remainders got. */
        public Money lastOere() {
            return amount.minus(cut);
        }

        static Money cut(Share share, Money pool) {
            BigInteger oere = share.times(Share.of(pool.oere().abs())).floor();
            Money cut = Money.ofOere(oere.longValueExact());
            return pool.isNegative() ? cut.negate() : cut;
        }
    }

    public Money difference() {
        return ledgerTotal.minus(allocatedTotal);
    }

    public Optional<PoolView> pool(String code) {
        return pools.stream().filter(pool -> pool.pool().equals(code)).findFirst();
    }
}
