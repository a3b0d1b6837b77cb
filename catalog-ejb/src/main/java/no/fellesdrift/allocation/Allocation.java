package no.fellesdrift.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Share;

/**
 * The step-down allocation of a period's cost: a pure function from pools with their keys to shares, and the proof that
 * nothing was lost.
 *
 * @param pools in the order in which they were closed
 */
public record Allocation(List<SharedPool> pools) {

    public Allocation {
        pools = List.copyOf(pools);
    }

    /**
     * Closes all pools.
     *
     * @throws Rejection when a key cannot share, a pool gives to one that is closed or unknown, or the sums differ
     */
    public static Allocation of(Collection<Pool> pools) {
        List<Pool> order = pools.stream()
                .sorted(Comparator.comparingInt(Pool::stepOrder).thenComparing(Pool::code))
                .toList();
        refuseWrongOrder(order);
        Map<String, Money> received = new HashMap<>();
        List<SharedPool> closed = new ArrayList<>();
        for (Pool pool : order) {
            SharedPool shared = close(pool, received.getOrDefault(pool.code(), Money.ZERO));
            for (SharedPool.Part part : shared.shares()) {
                if (part.target().type() == Target.Type.POOL) {
                    received.merge(part.target().id(), part.amount(), Money::plus);
                }
            }
            closed.add(shared);
        }
        Allocation allocation = new Allocation(closed);
        if (!allocation.ledgerTotal().equals(allocation.allocatedTotal())) {
            throw new Rejection(AllocationReason.NOT_BALANCED, allocation.ledgerTotal(), allocation.allocatedTotal());
        }
        return allocation;
    }

    private static SharedPool close(Pool pool, Money received) {
        SortedMap<Target, Share> shares = pool.key().shares();
        List<Money> amounts = pool.ledger().plus(received).split(List.copyOf(shares.values()));
        List<SharedPool.Part> parts = new ArrayList<>();
        for (Map.Entry<Target, Share> entry : shares.entrySet()) {
            parts.add(new SharedPool.Part(entry.getKey(), entry.getValue(), amounts.get(parts.size())));
        }
        return new SharedPool(pool, received, parts);
    }

    private static void refuseWrongOrder(List<Pool> order) {
        Map<String, Pool> all = new TreeMap<>();
        order.forEach(pool -> all.put(pool.code(), pool));
        Set<String> closed = new HashSet<>();
        for (Pool pool : order) {
            closed.add(pool.code());
            for (Target target : pool.key().targets()) {
                if (target.type() == Target.Type.POOL) {
                    if (!all.containsKey(target.id())) {
                        throw new Rejection(AllocationReason.UNKNOWN_POOL, pool.code(), target);
                    }
                    if (closed.contains(target.id())) {
                        throw new Rejection(
                                reaches(all.get(target.id()), pool.code(), all, new HashSet<>())
                                        ? AllocationReason.CIRCLE
                                        : AllocationReason.CLOSED_POOL_RECEIVES,
                                pool.code(),
                                target);
                    }
                }
            }
        }
    }

    private static boolean reaches(Pool from, String code, Map<String, Pool> all, Set<String> seen) {
        if (from.code().equals(code)) {
            return true;
        }
        return seen.add(from.code())
                && from.key().targets().stream()
                        .filter(target -> target.type() == Target.Type.POOL && all.containsKey(target.id()))
                        .anyMatch(target -> reaches(all.get(target.id()), code, all, seen));
    }

    /** Cost in. */
    public Money ledgerTotal() {
        return Money.sum(pools.stream().map(shared -> shared.pool().ledger()).toList());
    }

    /** Cost out: what agencies got and what nobody bought. */
    public Money allocatedTotal() {
        return sum(Target.Type.AGENCY).plus(unsoldCapacity());
    }

    /** What nobody bought, borne by the provider. */
    public Money unsoldCapacity() {
        return sum(Target.Type.UNSOLD);
    }

    private Money sum(Target.Type type) {
        return Money.sum(pools.stream()
                .flatMap(shared -> shared.shares().stream())
                .filter(part -> part.target().type() == type)
                .map(SharedPool.Part::amount)
                .toList());
    }

    /** What each agency got, by organisation number; unsold capacity is not in it. */
    public SortedMap<String, Money> perAgency() {
        SortedMap<String, Money> amounts = new TreeMap<>();
        pools.stream()
                .flatMap(shared -> shared.shares().stream())
                .filter(part -> part.target().type() == Target.Type.AGENCY)
                .forEach(part -> amounts.merge(part.target().id(), part.amount(), Money::plus));
        return amounts;
    }
}
