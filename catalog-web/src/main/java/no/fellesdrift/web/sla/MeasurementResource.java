package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import no.fellesdrift.charge.UsageDesk;
import no.fellesdrift.charge.UsageDraft;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.BackupDraft;
import no.fellesdrift.sla.MaintenanceDraft;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.Receipt;
import no.fellesdrift.sla.RecoveryDraft;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.RowsRejected;
import no.fellesdrift.sla.SampleDraft;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.TicketDraft;
import no.fellesdrift.sla.TicketPauseDraft;
import no.fellesdrift.sla.TicketPriorityChangeDraft;
import no.fellesdrift.sla.TicketReopeningDraft;
import no.fellesdrift.sla.UnknownDraft;
import no.fellesdrift.sla.ValueDraft;
import no.fellesdrift.sla.source.DeliveryDesk;
import no.fellesdrift.web.api.BodyLimit;
import no.fellesdrift.web.api.Languages;
import no.fellesdrift.web.api.Problem;
import no.fellesdrift.web.frame.TextBundles;

/**
 * Measurements in, as array, NDJSON or CSV. All or nothing, unless {@code partial=true}; either way every bad row is
 * named.
 */
@Path("measurements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson", "application/ndjson", "text/csv"})
public class MeasurementResource {

    private static final long LIMIT = 50_000_000;

    @Inject
    MeasurementDesk desk;

    @Inject
    ReadingDesk readings;

    @Inject
    UsageDesk usage;

    @Inject
    DeliveryDesk deliveries;

    @Context
    HttpServletRequest request;

    @HeaderParam("Accept-Language")
    String acceptLanguage;

    @HeaderParam("Content-Type")
    String contentType;

    @QueryParam("partial")
    @DefaultValue("false")
    boolean partial;

    @POST
    @Path("outages")
    @BodyLimit(LIMIT)
    public Response outages(InputStream body) {
        return take(body, OutageDraft.class, rows -> desk.outages(rows, partial), desk::mayTake);
    }

    @POST
    @Path("maintenance")
    @BodyLimit(LIMIT)
    public Response maintenance(InputStream body) {
        return take(body, MaintenanceDraft.class, rows -> desk.maintenance(rows, partial), desk::mayTake);
    }

    @POST
    @Path("unknown")
    @BodyLimit(LIMIT)
    public Response unknown(InputStream body) {
        return take(body, UnknownDraft.class, rows -> desk.unknown(rows, partial), desk::mayTake);
    }

    @POST
    @Path("tickets")
    @BodyLimit(LIMIT)
    public Response tickets(InputStream body) {
        return take(body, TicketDraft.class, rows -> desk.tickets(rows, partial), desk::mayTake);
    }

    @POST
    @Path("tickets/pauses")
    @BodyLimit(LIMIT)
    public Response pauses(InputStream body) {
        return take(body, TicketPauseDraft.class, rows -> desk.ticketPauses(rows, partial), desk::mayTake);
    }

    @POST
    @Path("tickets/priority-changes")
    @BodyLimit(LIMIT)
    public Response priorityChanges(InputStream body) {
        return take(
                body,
                TicketPriorityChangeDraft.class,
                rows -> desk.ticketPriorityChanges(rows, partial),
                desk::mayTake);
    }

    @POST
    @Path("tickets/reopenings")
    @BodyLimit(LIMIT)
    public Response reopenings(InputStream body) {
        return take(body, TicketReopeningDraft.class, rows -> desk.ticketReopenings(rows, partial), desk::mayTake);
    }

    @POST
    @Path("samples")
    @BodyLimit(LIMIT)
    public Response samples(InputStream body) {
        return take(body, SampleDraft.class, rows -> readings.samples(rows, partial), desk::mayTake);
    }

    @POST
    @Path("backups")
    @BodyLimit(LIMIT)
    public Response backups(InputStream body) {
        return take(body, BackupDraft.class, rows -> readings.backups(rows, partial), desk::mayTake);
    }

    @POST
    @Path("recoveries")
    @BodyLimit(LIMIT)
    public Response recoveries(InputStream body) {
        return take(body, RecoveryDraft.class, rows -> readings.recoveries(rows, partial), desk::mayTake);
    }

    @POST
    @Path("values")
    @BodyLimit(LIMIT)
    public Response values(InputStream body) {
        return take(body, ValueDraft.class, rows -> readings.values(rows, partial), desk::mayTake);
    }

    /** Metered readings; a late one of a closed month becomes a correction. */
    @POST
    @Path("usage")
    @BodyLimit(LIMIT)
    public Response usage(InputStream body) {
        return take(
                body, UsageDraft.class, rows -> usage.accept(rows.whole(UsageDesk.MOST_ROWS), partial), usage::mayTake);
    }

    /** What became of the rows. */
    public record Taken(int accepted, int duplicates, List<Bad> rejected) {}

    /**
     * A bad row, in the caller's language.
     *
     * @param row from 1, of the array, of the lines, or of the file without its header
     * @param line of the file; null for an array
     */
    public record Bad(int row, Long line, String path, String message) {}

    /** A problem with the three members of {@link Taken}. */
    public record Refused(
            String type,
            String title,
            int status,
            String detail,
            String code,
            String correlationId,
            int accepted,
            int duplicates,
            List<Bad> rejected,
            List<Problem.Violation> violations) {}

    private <T> Response take(
            InputStream body, Class<T> draft, Function<MeasurementRows<T>, Receipt> taking, Runnable allowed) {
        allowed.run();
        MeasurementRows<T> rows = new MeasurementRows<>(body, MeasurementRows.Format.of(contentType), draft);
        Receipt receipt;
        try {
            receipt = taking.apply(rows);
        } catch (RowsRejected refused) {
            receipt = refused.receipt();
        }
        deliveries.measured(receipt);
        String language = Languages.of(acceptLanguage);
        List<Bad> bad = receipt.rejected().stream()
                .map(row -> new Bad(
                        row.row(),
                        rows.line(row.row()).isPresent() ? rows.line(row.row()).getAsLong() : null,
                        row.path(),
                        sentence(row, language)))
                .toList();
        if (bad.isEmpty() || partial) {
            return Response.ok(new Taken(receipt.accepted(), receipt.duplicates(), bad))
                    .build();
        }
        Problem problem = Problem.of(
                new Rejection(
                        SlaReason.WRONG_ROWS,
                        receipt.rejected().stream()
                                .mapToInt(RejectedRow::row)
                                .distinct()
                                .count()),
                language,
                String.valueOf(request.getAttribute("correlationId")));
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(new Refused(
                        problem.type(),
                        problem.title(),
                        problem.status(),
                        problem.detail(),
                        problem.code(),
                        problem.correlationId(),
                        0,
                        receipt.duplicates(),
                        bad,
                        bad.stream()
                                .map(row -> new Problem.Violation(path(row), row.message()))
                                .toList()))
                .build();
    }

    private static String path(Bad row) {
        String element = "[" + (row.row() - 1) + "]";
        return row.path().isEmpty() ? element : element + "." + row.path();
    }

    private static String sentence(RejectedRow row, String language) {
        return TextBundles.text(language, row.key(), row.arguments().toArray());
    }
}
