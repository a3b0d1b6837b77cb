package no.fellesdrift.web.sla.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.sla.report.AnswerTerm;
import no.fellesdrift.sla.report.AnswerTermView;
import no.fellesdrift.sla.report.ReportScheduleDesk;
import no.fellesdrift.sla.report.Silence;
import no.fellesdrift.web.api.Answers;
import no.fellesdrift.web.api.Idempotent;
import no.fellesdrift.web.api.Paging;

/** What single agreements say of service reports, where they say something else than the schedule. */
@Path("report-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportTermResource {

    @Inject
    ReportScheduleDesk desk;

    /** What an agreement says; the organisation stands in the address. */
    public record Term(String agreement, Integer deliveryWorkingDay, Integer answerWorkingDays, Silence silence) {}

    /** By the agency's name. */
    @GET
    public Paged<AnswerTermView> list(@BeanParam Paging paging) {
        return Paged.cut(desk.terms(), paging.request());
    }

    @GET
    @Path("{organisation}")
    public Response one(@PathParam("organisation") OrgNumber organisation) {
        return answer(desk.term(organisation));
    }

    @POST
    @Idempotent
    public Response add(AnswerTerm term, @Context UriInfo uri) {
        AnswerTermView added = desk.add(term);
        return Answers.created(uri, added.organisation(), added, added.version());
    }

    @PUT
    @Path("{organisation}")
    public Response change(
            @PathParam("organisation") OrgNumber organisation, @HeaderParam("If-Match") String ifMatch, Term term) {
        return answer(desk.set(
                Answers.requiredVersion(ifMatch),
                new AnswerTerm(
                        organisation.digits(),
                        term.agreement(),
                        term.deliveryWorkingDay(),
                        term.answerWorkingDays(),
                        term.silence())));
    }

    /** From now on the schedule holds for the agency. */
    @DELETE
    @Path("{organisation}")
    public Response remove(@PathParam("organisation") OrgNumber organisation, @HeaderParam("If-Match") String ifMatch) {
        desk.removeTerm(Answers.requiredVersion(ifMatch), organisation);
        return Response.noContent().build();
    }

    private static Response answer(AnswerTermView term) {
        return Answers.one(term, term.version());
    }
}
