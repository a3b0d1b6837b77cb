package no.fellesdrift.party;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import no.fellesdrift.kernel.Rejection;

/** Slow hashes of passwords. */
@ApplicationScoped
public class Passwords {

    static final int SHORTEST = 12;

    /** OWASP's figure for PBKDF2 with HMAC-SHA512. */
    private static final String ITERATIONS = "210000";

    @Inject
    Pbkdf2PasswordHash hash;

    private String nobodys;

    @PostConstruct
    void start() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", ITERATIONS));
        nobodys = hash.generate(Secrets.readable().toCharArray());
    }

    /** @throws Rejection PASSWORD_TOO_SHORT */
    public String hash(String password) {
        if (password == null || password.length() < SHORTEST) {
            throw new Rejection(PartyReason.PASSWORD_TOO_SHORT, SHORTEST);
        }
        return hash.generate(password.toCharArray());
    }

    public boolean verify(String password, String stored) {
        return hash.verify(password.toCharArray(), stored);
    }

    /** As slow as a wrong password, so that time does not tell which people exist. */
    public boolean verifyNobody(String password) {
        hash.verify(password.toCharArray(), nobodys);
        return false;
    }
}
