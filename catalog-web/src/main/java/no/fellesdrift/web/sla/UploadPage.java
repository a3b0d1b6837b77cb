package no.fellesdrift.web.sla;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
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
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** Takes a file of measurements: whole, or not at all with every bad row named. */
@Named
@ViewScoped
public class UploadPage implements Serializable {

    private static final int LIMIT = 50_000_000;
    private static final int SHOWN = 200;

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient ReadingDesk readings;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    @Inject
    transient Texts t;

    private String kind = "outages";
    private transient Part file;
    private transient List<Fault> faults = List.of();
    private transient MeasurementRows<?> rows;

    /** A bad row in words. */
    public record Fault(long line, String field, String text) {}

    @PostConstruct
    void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER) && !caller.get().has(Role.ADMINISTRATOR)) {
            throw new Rejection(SlaReason.ONLY_MEASURERS);
        }
    }

    public void send() {
        faults = List.of();
        if (file.getSize() > LIMIT) {
            messages.refused(new Rejection(ApiReason.TOO_LARGE, LIMIT));
            return;
        }
        try (InputStream in = file.getInputStream()) {
            Receipt receipt = take(in);
            if (receipt.rejected().isEmpty()) {
                messages.done("sla.upload.done", receipt.accepted(), receipt.duplicates());
            } else {
                faults = receipt.rejected().stream()
                        .limit(SHOWN)
                        .map(this::fault)
                        .toList();
                messages.error("sla.upload.rejected", receipt.rejected().size());
            }
        } catch (Rejection refused) {
            faults = refused.violations().stream()
                    .map(violation -> new Fault(
                            1,
                            violation.path(),
                            t.of(violation.key(), violation.arguments().toArray())))
                    .toList();
            messages.refused(refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Receipt take(InputStream in) {
        try {
            return switch (kind) {
                case "maintenance" -> desk.maintenance(csv(in, MaintenanceDraft.class), false);
                case "unknown" -> desk.unknown(csv(in, UnknownDraft.class), false);
                case "tickets" -> desk.tickets(csv(in, TicketDraft.class), false);
                case "pauses" -> desk.ticketPauses(csv(in, TicketPauseDraft.class), false);
                case "priority-changes" -> desk.ticketPriorityChanges(csv(in, TicketPriorityChangeDraft.class), false);
                case "reopenings" -> desk.ticketReopenings(csv(in, TicketReopeningDraft.class), false);
                case "samples" -> readings.samples(csv(in, SampleDraft.class), false);
                case "backups" -> readings.backups(csv(in, BackupDraft.class), false);
                case "recoveries" -> readings.recoveries(csv(in, RecoveryDraft.class), false);
                case "values" -> readings.values(csv(in, ValueDraft.class), false);
                default -> desk.outages(csv(in, OutageDraft.class), false);
            };
        } catch (RowsRejected refused) {
            return refused.receipt();
        }
    }

    private <T> MeasurementRows<T> csv(InputStream in, Class<T> draft) {
        MeasurementRows<T> read = new MeasurementRows<>(in, MeasurementRows.Format.CSV, draft);
        rows = read;
        return read;
    }

    private Fault fault(RejectedRow row) {
        return new Fault(
                rows.line(row.row()).orElseThrow(),
                row.path(),
                t.of(row.key(), row.arguments().toArray()));
    }

    public List<String> getKinds() {
        return List.of(
                "outages",
                "maintenance",
                "unknown",
                "tickets",
                "pauses",
                "priority-changes",
                "reopenings",
                "samples",
                "backups",
                "recoveries",
                "values");
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public List<Fault> getFaults() {
        return faults;
    }
}
