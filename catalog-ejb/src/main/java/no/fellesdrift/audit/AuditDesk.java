package no.fellesdrift.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Reading the audit trail. */
@Stateless
public class AuditDesk {

    @Inject
    AuditEntries entries;

    @Inject
    CurrentCaller caller;

    /** Newest first, or oldest first when sorted by {@code at}. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Paged<AuditEntry> entries(AuditFilter filter, PageRequest request) {
        return entries.page(filter, request);
    }

    /** Hands out the same one by one, for a file. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void forEach(AuditFilter filter, List<String> sort, Consumer<AuditEntry> each) {
        entries.forEach(filter, sort, each);
    }

    /** What happened to one thing, oldest first, as far as the caller may see the agency it concerned. */
    @RolesAllowed({Roles.USER, Roles.SYSTEM})
    public List<AuditEntry> history(String type, String subject) {
        return entries
                .page(AuditFilter.about(type, subject), new PageRequest(0, PageRequest.MAX_SIZE, List.of("at")))
                .items()
                .stream()
                .filter(entry -> entry.organisation() == null || caller.get().sees(entry.organisation()))
                .toList();
    }
}
