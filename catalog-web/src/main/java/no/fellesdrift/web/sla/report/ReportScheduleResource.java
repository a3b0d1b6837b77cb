package no.fellesdrift.web.sla.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.fellesdrift.sla.report.ReportSchedule;
import no.fellesdrift.sla.report.ReportScheduleDesk;
import no.fellesdrift.sla.report.ReportScheduleView;
import no.fellesdrift.web.api.Answers;

/** When service reports are made by themselves, until when they are published, and how long agencies have to answer. */
@Path("report-schedule")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportScheduleResource {

    @Inject
    ReportScheduleDesk desk;

    @GET
    public Response one() {
        return answer(desk.schedule());
    }

    @PUT
    public Response change(@HeaderParam("If-Match") String ifMatch, ReportSchedule schedule) {
        return answer(desk.set(Answers.requiredVersion(ifMatch), schedule));
    }

    private static Response answer(ReportScheduleView schedule) {
        return Answers.one(schedule, schedule.version());
    }
}
