package no.fellesdrift.audit;

import java.time.Instant;
import no.fellesdrift.kernel.OrgNumber;

/**
 * One thing that somebody did.
 *
 * @param id ascending with time
 * @param caller the person's id, {@code key-…} or {@code system}
 * @param key the name of the API key that was used; absent when none was
 * @param organisation the agency concerned; absent when none is
 * @param what {@code <room>.<verb>}; its sentence has the text key {@code <room>.audit.<verb>}
 */
public record AuditEntry(
        long id,
        Instant at,
        String caller,
        String callerName,
        String key,
        OrgNumber organisation,
        String what,
        String type,
        String subject,
        String from,
        String to,
        String note,
        String correlationId) {

    /** {@code order.audit.approve} of {@code order.approve}. */
    public String textKey() {
        int dot = what.indexOf('.');
        return dot < 0 ? "audit.audit." + what : what.substring(0, dot) + ".audit" + what.substring(dot);
    }
}
