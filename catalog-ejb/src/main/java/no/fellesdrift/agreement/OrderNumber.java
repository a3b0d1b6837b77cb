package no.fellesdrift.agreement;

/** The order number that people and files refer to. Compared as text. */
public record OrderNumber(String value) implements Comparable<OrderNumber> {

    /** @throws IllegalArgumentException when it is blank */
    public OrderNumber {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A order number is not blank");
        }
    }

    public static OrderNumber of(String value) {
        return new OrderNumber(value);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
