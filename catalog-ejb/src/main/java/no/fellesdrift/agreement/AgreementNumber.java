package no.fellesdrift.agreement;

/** The agreement number that people and files refer to. Compared as text. */
public record AgreementNumber(String value) implements Comparable<AgreementNumber> {

    /** @throws IllegalArgumentException when it is blank */
    public AgreementNumber {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A agreement number is not blank");
        }
    }

    public static AgreementNumber of(String value) {
        return new AgreementNumber(value);
    }

    @Override
    public int compareTo(AgreementNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
