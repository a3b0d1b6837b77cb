package no.fellesdrift.catalogue;

/** The offering code that people and files refer to. Compared as text. */
public record OfferingCode(String value) implements Comparable<OfferingCode> {

    /** @throws IllegalArgumentException when it is blank */
    public OfferingCode {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A offering code is not blank");
        }
    }

    public static OfferingCode of(String value) {
        return new OfferingCode(value);
    }

    @Override
    public int compareTo(OfferingCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
