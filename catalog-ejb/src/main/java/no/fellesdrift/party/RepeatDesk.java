package no.fellesdrift.party;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/**
 * Lets a machine repeat a request that it does not know the outcome of: the same key, by the same caller, on the same
 * path is carried out once and answered the same for 30 days.
 */
@Stateless
public class RepeatDesk {

    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    KeptAnswers answers;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * One request that may come again.
     *
     * @param path method and path
     * @param key what the caller chose for it, at most 200 characters
     * @param fingerprint SHA-256 of the body, hexadecimal
     */
    public record Asked(String path, String key, String fingerprint) {}

    /** What was answered, enough to answer it again. */
    public record Answered(int status, String location, String etag, String body) {}

    /**
     * Carries the work out in this transaction together with remembering its answer. A second request with the same
     * key waits for the first; when that one fails nothing is kept, and the second is carried out.
     *
     * @return what was answered the first time, and whether this is a repetition
     * @throws Rejection {@code KEY_USED_FOR_OTHER} when the key stood for another body, and whatever the work refuses
     */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public Outcome once(Asked asked, Supplier<Answered> work) {
        if (asked.key().isBlank() || asked.key().length() > 200) {
            throw new Rejection(PartyReason.BAD_REPEAT_KEY);
        }
        Instant now = clock.instant();
        String who = caller.get().id();
        answers.forget(who, asked, now.minus(KEPT));
        if (answers.claim(who, asked, now)) {
            Answered answer = work.get();
            answers.keep(who, asked, answer);
            return new Outcome(answer, false);
        }
        Optional<Answered> before = answers.find(who, asked);
        return new Outcome(before.orElseThrow(() -> new Rejection(PartyReason.REPEAT_KEY_USED, asked.key())), true);
    }

    public record Outcome(Answered answer, boolean repeated) {}

    /** Forgets what is older than 30 days. */
    @RolesAllowed(Roles.SYSTEM)
    public int forgetOld() {
        return answers.forgetAll(clock.instant().minus(KEPT));
    }
}
