package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.WindowState;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.frame.Product;
import no.fellesdrift.web.frame.TextBundles;

/** Announced work as a calendar that mail programs subscribe to; what touches the agency of the key, or all of it. */
@Path("maintenance.ics")
@RequestScoped
public class MaintenanceCalendarResource {

    @Inject
    MaintenanceDesk desk;

    @Inject
    CurrentCaller caller;

    @Inject
    Product product;

    @GET
    @Produces("text/calendar")
    public Response calendar() {
        String language = caller.get().language();
        String text = ICalendar.of(
                TextBundles.text(language, "sla.source.calendar.name"),
                desk.calendar().stream().map(window -> entry(window, language)).toList());
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), "text/calendar;charset=utf-8")
                .build();
    }

    private ICalendar.Entry entry(WindowView window, String language) {
        Instant changed = window.approvedAt() != null && window.approvedAt().isAfter(window.announcedAt())
                ? window.approvedAt()
                : window.announcedAt();
        String down =
                TextBundles.text(language, window.interrupts() ? "sla.source.window.down" : "sla.source.window.up");
        return new ICalendar.Entry(
                window.source() + "/" + window.maintenance() + "@fellesdrift",
                window.version(),
                changed,
                window.from(),
                window.to(),
                switch (window.state()) {
                    case ANNOUNCED -> "TENTATIVE";
                    case APPROVED, DONE -> "CONFIRMED";
                    case CANCELLED -> "CANCELLED";
                },
                TextBundles.text(
                        language,
                        window.state() == WindowState.CANCELLED
                                ? "sla.source.calendar.cancelled"
                                : "sla.source.calendar.entry",
                        window.serviceName().in(language)),
                (window.text() == null ? "" : window.text() + "\n") + down,
                product.site() + "/levels/window.xhtml?key=" + window.maintenance());
    }
}
