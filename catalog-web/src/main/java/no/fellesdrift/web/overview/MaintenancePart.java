package no.fellesdrift.web.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.FactQuery;
import no.fellesdrift.sla.MaintenanceLine;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** What the overview shows of planned maintenance: the next few windows of this month and the next. */
@RequestScoped
class MaintenancePart {

    private static final int SHOWN = 3;
    private static final int READ = 100;

    @Inject
    MeasurementDesk desk;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    Clock clock;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Links links;

    List<Task> coming() {
        Instant now = clock.instant();
        YearMonth month = YearMonth.from(now.atZone(Written.OSLO));
        List<MaintenanceLine> next = Stream.of(month, month.plusMonths(1))
                .flatMap(
                        one -> desk
                                .maintenanceList(new FactQuery(one, Optional.empty(), null), PageRequest.first(READ))
                                .items()
                                .stream())
                .filter(work -> work.windowFrom().isAfter(now) && !work.cancelled())
                .distinct()
                .sorted(Comparator.comparing(MaintenanceLine::windowFrom).thenComparing(MaintenanceLine::key))
                .limit(SHOWN)
                .toList();
        if (next.isEmpty()) {
            return List.of();
        }
        Map<String, String> names =
                catalogue.services(ServiceFilter.all(t.language()), PageRequest.first(READ)).items().stream()
                        .collect(Collectors.toMap(service -> service.code().value(), this::name));
        return next.stream()
                .map(work -> new Task(
                        links.to("/levels/window.xhtml", "key", work.key()),
                        t.of("overview.maintenance", names.getOrDefault(work.service(), work.service())),
                        t.of("overview.maintenance.window", f.instant(work.windowFrom()), f.instant(work.windowTo())),
                        work.serviceDown()
                                ? new Tile.Mark("warn", "exclamation-triangle", t.get("overview.maintenance.down"))
                                : null,
                        ""))
                .toList();
    }

    private String name(ServiceView service) {
        return t.in(service.name());
    }
}
