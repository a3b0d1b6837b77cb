package no.fellesdrift.web.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.audit.AuditFilter;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.DateConverter;

/** Who did what and when, filtered by the address. */
@Named
@RequestScoped
public class AuditPage {

    private static final int SIZE = 50;

    @Inject
    AuditDesk desk;

    @Inject
    PartyDesk parties;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private Paged<AuditEntry> entries;

    @PostConstruct
    void load() {
        entries = desk.entries(
                filter(request::getParameter, clock.getZone()),
                new PageRequest(
                        parameter("page")
                                .filter(page -> page.matches("\\d{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(0),
                        SIZE,
                        parameter("sort").filter("at"::equals).map(List::of).orElse(List.of())));
    }

    /** What the address narrows the trail to; what it does not know narrows nothing. */
    static AuditFilter filter(UnaryOperator<String> address, ZoneId zone) {
        return new AuditFilter(
                parameter(address, "who"),
                parameter(address, "what"),
                Optional.empty(),
                parameter(address, "subject"),
                parameter(address, "organisation").filter(OrgNumber::isValid).map(OrgNumber::of),
                DateConverter.asked(address.apply("from"))
                        .map(day -> day.atStartOfDay(zone).toInstant()),
                DateConverter.asked(address.apply("to"))
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private Optional<String> parameter(String name) {
        return parameter(request::getParameter, name);
    }

    private static Optional<String> parameter(UnaryOperator<String> address, String name) {
        return Optional.ofNullable(address.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Paged<AuditEntry> getEntries() {
        return entries;
    }

    /** The rooms that tell the trail something, as the choice of what to see. */
    public List<String> getRooms() {
        return List.of(
                "party",
                "catalogue",
                "price",
                "agreement",
                "order",
                "sla",
                "charge",
                "allocation",
                "notify",
                "job",
                "exchange");
    }

    public List<OrganisationView> getOrganisations() {
        return parties.organisations();
    }
}
