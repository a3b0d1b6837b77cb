package no.fellesdrift.web.audit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.web.api.Download;
import no.fellesdrift.web.api.Download.Column;
import no.fellesdrift.web.api.ListDownload;

/** The audit trail as a file, oldest first, as one reads what happened. */
@WebServlet({"/download/audit.csv", "/download/audit.xlsx"})
public class AuditDownload extends ListDownload<AuditEntry> {

    private static final long serialVersionUID = 1L;

    private static final Download<AuditEntry> FILE = new Download<>(
            "audit",
            List.of(
                    new Column<>("at", AuditEntry::at),
                    new Column<>("caller", AuditEntry::caller),
                    new Column<>("callerName", AuditEntry::callerName),
                    new Column<>("key", AuditEntry::key),
                    new Column<>("organisation", AuditEntry::organisation),
                    new Column<>("what", AuditEntry::what),
                    new Column<>("type", AuditEntry::type),
                    new Column<>("subject", AuditEntry::subject),
                    new Column<>("from", AuditEntry::from),
                    new Column<>("to", AuditEntry::to),
                    new Column<>("note", AuditEntry::note),
                    new Column<>("correlationId", AuditEntry::correlationId)));

    @Inject
    transient AuditDesk desk;

    @Inject
    transient Clock clock;

    @Override
    protected Download<AuditEntry> file() {
        return FILE;
    }

    @Override
    protected String name(HttpServletRequest request) {
        return "revisjonsspor";
    }

    @Override
    protected void rows(HttpServletRequest request, Consumer<AuditEntry> each) {
        desk.forEach(AuditPage.filter(request::getParameter, clock.getZone()), List.of("at"), each);
    }
}
