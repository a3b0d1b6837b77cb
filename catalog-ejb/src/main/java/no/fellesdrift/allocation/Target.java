package no.fellesdrift.allocation;

/** Who a pool gives to: an agency by its organisation number, another pool by its code, or nobody. */
public record Target(Type type, String id) implements Comparable<Target> {

    /** Capacity that nobody used; the provider bears it. */
    public static final Target UNSOLD = new Target(Type.UNSOLD, "UNSOLD");

    /** What a target is. */
    public enum Type {
        AGENCY,
        POOL,
        UNSOLD
    }

    /** The order of ties: by identifier as text, unsold capacity last. */
    @Override
    public int compareTo(Target other) {
        boolean last = type == Type.UNSOLD;
        boolean otherLast = other.type == Type.UNSOLD;
        return last == otherLast ? id.compareTo(other.id) : last ? 1 : -1;
    }

    @Override
    public String toString() {
        return id;
    }
}
