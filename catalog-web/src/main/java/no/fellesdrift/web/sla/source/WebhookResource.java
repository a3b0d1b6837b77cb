package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.sla.source.DeliveryOutcome;
import no.fellesdrift.sla.source.DeliveryReceipt;
import no.fellesdrift.sla.source.SourceKind;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Problem;

/**
 * Messages of monitoring systems in their own words, with the key of a source. What cannot be used is kept and answered
 * 422, so that nobody sends it again for nothing.
 */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {

    @Inject
    DeliveryDesk desk;

    @Context
    HttpServletRequest request;

    /** Prometheus Alertmanager, version 4 of its webhook. */
    @POST
    @Path("alertmanager")
    public Response alertmanager(String message, @HeaderParam("Accept-Language") String language) {
        return take(SourceKind.ALERTMANAGER, message, language);
    }

    @POST
    @Path("zabbix")
    public Response zabbix(String message, @HeaderParam("Accept-Language") String language) {
        return take(SourceKind.ZABBIX, message, language);
    }

    @POST
    @Path("icinga")
    public Response icinga(String message, @HeaderParam("Accept-Language") String language) {
        return take(SourceKind.ICINGA, message, language);
    }

    private Response take(SourceKind kind, String message, String acceptLanguage) {
        DeliveryReceipt receipt = desk.webhook(kind, message == null ? "" : message);
        if (receipt.outcome() != DeliveryOutcome.REJECTED) {
            return Response.ok(DeliveryItem.Receipt.of(receipt, acceptLanguage)).build();
        }
        Problem problem = Problem.of(
                new Rejection(
                        SourceReason.DELIVERY_REJECTED,
                        receipt.rejected().stream()
                                .map(row -> new Violation(
                                        "[" + (row.row() - 1) + "]"
                                                + (row.path().isEmpty() ? "" : "." + row.path()),
                                        row.key(),
                                        row.arguments()))
                                .toList()),
                Languages.of(acceptLanguage),
                String.valueOf(request.getAttribute("correlationId")));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
