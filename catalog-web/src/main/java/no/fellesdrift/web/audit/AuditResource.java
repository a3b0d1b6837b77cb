package no.fellesdrift.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.audit.AuditFilter;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.web.api.Paging;

/** The audit trail, for an administrator's machines. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    AuditDesk desk;

    /** Newest first, or oldest first with {@code sort=at}. */
    @GET
    public Paged<AuditEntry> entries(
            @QueryParam("who") String who,
            @QueryParam("what") String what,
            @QueryParam("type") String type,
            @QueryParam("subject") String subject,
            @QueryParam("organisation") OrgNumber organisation,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @BeanParam Paging paging) {
        return desk.entries(
                new AuditFilter(
                        Optional.ofNullable(who),
                        Optional.ofNullable(what),
                        Optional.ofNullable(type),
                        Optional.ofNullable(subject),
                        Optional.ofNullable(organisation),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to)),
                paging.request("at"));
    }
}
