package no.fellesdrift.web.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.audit.AuditDesk;
import no.fellesdrift.audit.AuditEntry;
import no.fellesdrift.audit.AuditFilter;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;

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
        AuditFilter filter = new AuditFilter(
                parameter("who"),
                parameter("what"),
                Optional.empty(),
                parameter("subject"),
                parameter("organisation").filter(OrgNumber::isValid).map(OrgNumber::of),
                date("from").map(this::midnight),
                date("to").map(date -> midnight(date.plusDays(1))));
        entries = desk.entries(
                filter,
                new PageRequest(
                        parameter("page")
                                .filter(page -> page.matches("\\d{1,6}"))
                                .map(Integer::valueOf)
                                .orElse(0),
                        SIZE,
                        List.of()));
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A date of the address as a browser's date field writes it; what is none filters nothing. */
    private Optional<LocalDate> date(String name) {
        return parameter(name).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        });
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(clock.getZone()).toInstant();
    }

    public Paged<AuditEntry> getEntries() {
        return entries;
    }

    /** The rooms that tell the trail something, as the choice of what to see. */
    public List<String> getRooms() {
        return List.of("party", "catalogue", "price", "agreement", "order", "sla", "charge", "allocation", "exchange");
    }

    public List<OrganisationView> getOrganisations() {
        return parties.organisations();
    }
}
