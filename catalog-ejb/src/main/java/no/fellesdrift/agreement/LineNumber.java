package no.fellesdrift.agreement;

/** The line number that people and files refer to. Compared as text. */
public record LineNumber(String value) implements Comparable<LineNumber> {

    /** @throws IllegalArgumentException when it is blank */
    public LineNumber {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A line number is not blank");
        }
    }

    public static LineNumber of(String value) {
        return new LineNumber(value);
    }

    @Override
    public int compareTo(LineNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
