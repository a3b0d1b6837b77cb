package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.SourceDesk;
import no.fellesdrift.sla.source.SourceState;
import no.fellesdrift.sla.source.WindowFilter;
import no.fellesdrift.sla.source.WindowState;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;

/** What the overview shows of monitoring and announced work: who is silent, and what waits for a second pair of eyes. */
@RequestScoped
class SourcePart {

    private static final int SHOWN = 5;

    @Inject
    SourceDesk sources;

    @Inject
    MaintenanceDesk maintenance;

    @Inject
    Me me;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    List<Task> silent() {
        return sources.list().stream()
                .filter(source -> source.state() == SourceState.SILENT)
                .map(source -> new Task(
                        links.to("/levels/source.xhtml", "code", source.code()),
                        source.name(),
                        t.of("overview.source.silent", f.instant(source.silentFrom())),
                        new Tile.Mark("bad", "times-circle", t.get("overview.source.unknown")),
                        ""))
                .toList();
    }

    /** Announced by somebody else and not approved. */
    List<Task> toApprove() {
        return maintenance
                .list(
                        new WindowFilter(true, Optional.empty(), Optional.of(WindowState.ANNOUNCED), Optional.empty()),
                        PageRequest.first(PageRequest.MAX_SIZE))
                .items()
                .stream()
                .filter(window -> !me.getId().equals(window.announcedBy()))
                .limit(SHOWN)
                .map(window -> new Task(
                        links.to("/levels/window.xhtml", "key", window.maintenance()),
                        t.of("overview.maintenance", t.in(window.serviceName())),
                        t.of("overview.maintenance.approve", f.instant(window.from())),
                        null,
                        f.instant(window.announcedAt())))
                .toList();
    }
}
