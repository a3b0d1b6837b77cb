package no.fellesdrift.catalogue;

/** The service code that people and files refer to. Compared as text. */
public record ServiceCode(String value) implements Comparable<ServiceCode> {

    /** @throws IllegalArgumentException when it is blank */
    public ServiceCode {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A service code is not blank");
        }
    }

    public static ServiceCode of(String value) {
        return new ServiceCode(value);
    }

    @Override
    public int compareTo(ServiceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
