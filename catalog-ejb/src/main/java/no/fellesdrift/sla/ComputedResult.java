package no.fellesdrift.sla;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.sla.engine.Availability;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.engine.Step;

/**
 * What an evaluation found for a line and a level, before it is compared with what stands.
 *
 * @param target in percent
 * @param coverage null for measures that count cases
 * @param availability the figures of an availability level; null otherwise
 * @param reason the choice that is not built, when not evaluated
 * @param spentAt epoch second at which a running period's error budget is used up at the rate of so far; null otherwise
 */
record ComputedResult(
        LineTimeline line,
        ServiceLevel level,
        ResultStatus status,
        String reason,
        Long numerator,
        Long denominator,
        Share target,
        Share coverage,
        Availability.Outcome availability,
        String policy,
        boolean provisional,
        List<Step> steps,
        Long spentAt) {

    ComputedResult(
            LineTimeline line,
            ServiceLevel level,
            ResultStatus status,
            String reason,
            Long numerator,
            Long denominator,
            Share target,
            Share coverage,
            Availability.Outcome availability,
            String policy,
            boolean provisional,
            List<Step> steps) {
        this(
                line,
                level,
                status,
                reason,
                numerator,
                denominator,
                target,
                coverage,
                availability,
                policy,
                provisional,
                steps,
                null);
    }

    String policyFingerprint() {
        return sha256(policy);
    }

    /** @param working of its steps, as it is kept */
    String inputFingerprint(byte[] working) {
        return sha256((availability == null ? policy : policy + "|" + availability.agreed()) + "\n", working);
    }

    private static String sha256(String text, byte... more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(more));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
