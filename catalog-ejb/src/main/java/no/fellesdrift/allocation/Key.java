package no.fellesdrift.allocation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Share;

/**
 * How a pool is shared. Each kind turns its targets into shares that are not negative and sum to exactly one.
 *
 * @param code the key's code
 * @param targets in any order
 */
public record Key(String code, List<Target> targets, Rule rule) {

    /** One way of sharing. */
    public sealed interface Rule permits Equal, Fixed, Driven, Used, Formula {}

    /** One part each. */
    public record Equal() implements Rule {}

    /** Stated percentages that sum to exactly 100. */
    public record Fixed(Map<Target, BigDecimal> percent) implements Rule {
        public Fixed {
            percent = Map.copyOf(percent);
        }
    }

    /** By a driver's value on the period's last day; a target without one counts as zero. */
    public record Driven(String driver, Map<Target, BigDecimal> values) implements Rule {
        public Driven {
            values = Map.copyOf(values);
        }
    }

    /** By the usage of the period; with a capacity by that, and what is left of it is unsold. */
    public record Used(Map<Target, BigDecimal> usage, BigDecimal capacity) implements Rule {
        public Used {
            usage = Map.copyOf(usage);
        }
    }

    /** Several drivers with weights that sum to exactly 100, each driver normalised over the targets first. */
    public record Formula(List<Part> parts) implements Rule {
        public Formula {
            parts = List.copyOf(parts);
        }
    }

    /** A driver of a formula. */
    public record Part(Driven driven, BigDecimal weightPercent) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Key {
        targets = List.copyOf(targets);
    }

    /**
     * The share of each target, in the order of ties.
     *
     * @throws Rejection when the key cannot share anything: see {@link AllocationReason}
     */
    public SortedMap<Target, Share> shares() {
        if (targets.isEmpty()) {
            throw new Rejection(AllocationReason.NO_TARGETS, code);
        }
        if (rule instanceof Equal) {
            return each(target -> Share.of(1, targets.size()));
        }
        if (rule instanceof Fixed fixed) {
            return fixed(fixed);
        }
        if (rule instanceof Driven driven) {
            return normalised(driven);
        }
        if (rule instanceof Used used) {
            return used(used);
        }
        return formula((Formula) rule);
    }

    /** Where a target's share comes from: digits and signs, free of language. */
    public String working(Target target) {
        if (rule instanceof Equal) {
            return "1 ÷ " + targets.size();
        }
        if (rule instanceof Fixed fixed) {
            return plain(fixed.percent().getOrDefault(target, BigDecimal.ZERO)) + " %";
        }
        if (rule instanceof Driven driven) {
            return working(driven.values(), target, sum(driven.values()));
        }
        if (rule instanceof Used used) {
            BigDecimal base = used.capacity() == null ? sum(used.usage()) : used.capacity();
            return target.type() == Target.Type.UNSOLD
                    ? "(" + plain(base) + " − " + plain(sum(used.usage())) + ") ÷ " + plain(base)
                    : working(used.usage(), target, base);
        }
        return ((Formula) rule)
                .parts().stream()
                        .map(part -> plain(part.weightPercent()) + " % × "
                                + working(
                                        part.driven().values(),
                                        target,
                                        sum(part.driven().values())))
                        .collect(Collectors.joining(" + "));
    }

    private static String working(Map<Target, BigDecimal> values, Target target, BigDecimal base) {
        return plain(values.getOrDefault(target, BigDecimal.ZERO)) + " ÷ " + plain(base);
    }

    private BigDecimal sum(Map<Target, BigDecimal> values) {
        return targets.stream()
                .map(target -> values.getOrDefault(target, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** EQUAL, FIXED, DRIVER, USAGE or FORMULA. */
    public String kind() {
        if (rule instanceof Equal) {
            return "EQUAL";
        }
        if (rule instanceof Fixed) {
            return "FIXED";
        }
        if (rule instanceof Driven) {
            return "DRIVER";
        }
        return rule instanceof Used ? "USAGE" : "FORMULA";
    }

    private SortedMap<Target, Share> each(Function<Target, Share> share) {
        SortedMap<Target, Share> shares = new TreeMap<>();
        targets.forEach(target -> shares.put(target, share.apply(target)));
        return shares;
    }

    private SortedMap<Target, Share> fixed(Fixed fixed) {
        SortedMap<Target, Share> shares = each(target -> Share.percent(notNegative(fixed.percent(), target, code)));
        if (!sum(shares).equals(Share.ONE)) {
            throw new Rejection(AllocationReason.PERCENT_NOT_100, code);
        }
        return shares;
    }

    private SortedMap<Target, Share> normalised(Driven driven) {
        BigDecimal sum = targets.stream()
                .map(target -> notNegative(driven.values(), target, driven.driver()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            throw new Rejection(AllocationReason.ALL_DRIVERS_ZERO, code, driven.driver());
        }
        return each(target ->
                Share.of(driven.values().getOrDefault(target, BigDecimal.ZERO)).dividedBy(Share.of(sum)));
    }

    private SortedMap<Target, Share> used(Used used) {
        BigDecimal total = targets.stream()
                .map(target -> notNegative(used.usage(), target, code))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (used.capacity() == null) {
            if (total.signum() == 0) {
                throw new Rejection(AllocationReason.NO_USAGE, code);
            }
            return each(target ->
                    Share.of(used.usage().getOrDefault(target, BigDecimal.ZERO)).dividedBy(Share.of(total)));
        }
        if (total.compareTo(used.capacity()) > 0) {
            throw new Rejection(
                    AllocationReason.ABOVE_CAPACITY,
                    code,
                    total.toPlainString(),
                    used.capacity().toPlainString());
        }
        if (used.capacity().signum() == 0) {
            throw new Rejection(AllocationReason.NO_USAGE, code);
        }
        Share capacity = Share.of(used.capacity());
        SortedMap<Target, Share> shares = each(target ->
                Share.of(used.usage().getOrDefault(target, BigDecimal.ZERO)).dividedBy(capacity));
        shares.put(Target.UNSOLD, Share.ONE.minus(sum(shares)));
        return shares;
    }

    private SortedMap<Target, Share> formula(Formula formula) {
        BigDecimal weights = formula.parts().stream().map(Part::weightPercent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.compareTo(HUNDRED) != 0) {
            throw new Rejection(AllocationReason.WEIGHTS_NOT_100, code);
        }
        SortedMap<Target, Share> shares = each(target -> Share.ZERO);
        for (Part part : formula.parts()) {
            Share weight = Share.percent(part.weightPercent());
            normalised(part.driven())
                    .forEach((target, share) -> shares.merge(target, share.times(weight), Share::plus));
        }
        return shares;
    }

    private static BigDecimal notNegative(Map<Target, BigDecimal> values, Target target, String what) {
        BigDecimal value = values.getOrDefault(target, BigDecimal.ZERO);
        if (value.signum() < 0) {
            throw new Rejection(AllocationReason.NEGATIVE_DRIVER, what, target);
        }
        return value;
    }

    private static Share sum(SortedMap<Target, Share> shares) {
        return shares.values().stream().reduce(Share.ZERO, Share::plus);
    }
}
