package no.fellesdrift.kernel;

/** A Norwegian organisation number: nine digits, the last a modulus-11 check digit (Brønnøysundregistrene). */
public record OrgNumber(String digits) implements Comparable<OrgNumber> {

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    /** @throws IllegalArgumentException when it is not nine digits or the check digit is wrong */
    public OrgNumber {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("Not an organisation number: " + digits);
        }
    }

    public static OrgNumber of(String digits) {
        return new OrgNumber(digits);
    }

    public static boolean isValid(String digits) {
        if (digits == null || !digits.matches("[0-9]{9}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(8) - '0';
    }

    @Override
    public int compareTo(OrgNumber other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
