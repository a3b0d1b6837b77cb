package no.fellesdrift.sla.chain;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.Measure;

/** Compares promises along dependencies; a pure function of contracts, promises and what needs what. */
final class Chain {

    /** @param group of those that stand in for one another; absent where the service goes down with it */
    record Need(String service, String needs, String group) {}

    private final List<Contract> contracts;
    private final Map<String, List<Need>> needs = new TreeMap<>();
    /** Whether the first calendar is open whenever the second is. */
    private final BiPredicate<String, String> covers;

    Chain(List<Contract> contracts, List<Need> needs, BiPredicate<String, String> covers) {
        this.contracts = List.copyOf(contracts);
        this.covers = covers;
        needs.forEach(need -> this.needs
                .computeIfAbsent(need.service(), service -> new ArrayList<>())
                .add(need));
    }

    /** In order of contract and promise: each contract beside every promise that stands on it. */
    List<ChainLink> links(List<CustomerPromise> promises) {
        List<ChainLink> links = new ArrayList<>();
        for (Contract contract : contracts) {
            for (CustomerPromise promise : promises) {
                if (contract.measure() == promise.measure()) {
                    (contract.measure() == Measure.AVAILABILITY
                                    ? availability(contract, promise)
                                    : cases(contract, promise))
                            .ifPresent(links::add);
                }
            }
        }
        return links;
    }

    private Optional<ChainLink> availability(Contract contract, CustomerPromise promise) {
        List<String> path = path(promise.service(), contract.service());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Share carried = carried(promise.service()).times(Share.of(100));
        List<Weakness> weaknesses = new ArrayList<>();
        if (Share.of(contract.target()).compareTo(Share.of(promise.target())) < 0
                || carried.compareTo(Share.of(promise.target())) < 0) {
            weaknesses.add(Weakness.AVAILABILITY);
        }
        if (!covers.test(contract.calendar(), promise.calendar())) {
            weaknesses.add(Weakness.HOURS);
        }
        return Optional.of(new ChainLink(contract, promise, path, carried, weaknesses));
    }

    /** Only the supplied service's own cases go on to the supplier. */
    private Optional<ChainLink> cases(Contract contract, CustomerPromise promise) {
        if (!contract.service().equals(promise.service())
                || (contract.priority() != null && !contract.priority().equals(promise.priority()))) {
            return Optional.empty();
        }
        List<Weakness> weaknesses = new ArrayList<>();
        if (contract.thresholdSeconds() != null
                && promise.thresholdSeconds() != null
                && contract.thresholdSeconds() > promise.thresholdSeconds()) {
            weaknesses.add(Weakness.TIME);
        }
        if (contract.target().compareTo(promise.target()) < 0) {
            weaknesses.add(Weakness.SHARE);
        }
        if (!covers.test(contract.calendar(), promise.calendar())) {
            weaknesses.add(Weakness.HOURS);
        }
        return Optional.of(new ChainLink(contract, promise, List.of(promise.service()), null, weaknesses));
    }

    /**
     * What a service can be available at most, as a share of one: the product over everything it goes down with, each
     * once; of a redundant group, one less the chance that all are down.
     */
    Share carried(String service) {
        return carried(service, new TreeSet<>());
    }

    private Share carried(String service, Set<String> asked) {
        Set<String> serial = serial(service);
        Share product = Share.ONE;
        for (String part : serial) {
            product = product.times(own(part));
        }
        Map<String, Share> down = new TreeMap<>();
        for (String part : serial) {
            for (Need need : needs.getOrDefault(part, List.of())) {
                // a circle of redundancies adds nothing that is not counted already
                if (need.group() != null && asked.add(need.needs())) {
                    down.merge(part + "/" + need.group(), Share.ONE.minus(carried(need.needs(), asked)), Share::times);
                }
            }
        }
        for (Share all : down.values()) {
            product = product.times(Share.ONE.minus(all));
        }
        return product;
    }

    /** The weakest of what suppliers promise of the service itself. */
    private Share own(String service) {
        return contracts.stream()
                .filter(contract -> contract.service().equals(service) && contract.measure() == Measure.AVAILABILITY)
                .map(Contract::target)
                .min(Comparator.naturalOrder())
                .map((BigDecimal target) -> Share.percent(target))
                .orElse(Share.ONE);
    }

    /** The service and all it goes down with. */
    private Set<String> serial(String service) {
        Set<String> all = new LinkedHashSet<>(List.of(service));
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            for (Need need : needs.getOrDefault(open.poll(), List.of())) {
                if (need.group() == null && all.add(need.needs())) {
                    open.add(need.needs());
                }
            }
        }
        return all;
    }

    /** The shortest way down; empty when the service does not go down with the other. */
    private List<String> path(String from, String to) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new TreeSet<>(List.of(from));
        while (!open.isEmpty()) {
            String service = open.poll();
            if (service.equals(to)) {
                Deque<String> path = new ArrayDeque<>();
                for (String step = to; step != null; step = before.get(step)) {
                    path.addFirst(step);
                }
                return List.copyOf(path);
            }
            for (Need need : needs.getOrDefault(service, List.of())) {
                if (need.group() == null && seen.add(need.needs())) {
                    before.put(need.needs(), service);
                    open.add(need.needs());
                }
            }
        }
        return List.of();
    }
}
