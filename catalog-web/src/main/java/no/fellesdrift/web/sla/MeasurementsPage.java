package no.fellesdrift.web.sla;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.sla.FactQuery;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MaintenanceLine;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageLine;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.TicketLine;

/** What was measured and reported in a month. */
@Named
@ViewScoped
public class MeasurementsPage implements Serializable {

    private static final int SIZE = 50;

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient LevelDesk levels;

    @Inject
    transient PartyDesk parties;

    private String period;
    private String kind;
    private String service;
    private int page;

    private final Map<String, String> names = new HashMap<>();
    private transient List<YearMonth> periods;
    private transient List<LevelDesk.Choice> services;
    private transient Paged<OutageLine> outages;
    private transient Paged<MaintenanceLine> maintenance;
    private transient Paged<TicketLine> tickets;

    public void open() {
        YearMonth month = month();
        periods = levels.periods();
        services = levels.services(month);
        FactQuery query = new FactQuery(month, Optional.empty(), service);
        PageRequest request = new PageRequest(Math.max(0, page), SIZE, List.of());
        switch (getKind()) {
            case "maintenance" -> maintenance = desk.maintenanceList(query, request);
            case "tickets" -> tickets = desk.ticketList(query, request);
            default -> outages = desk.outageList(query, request);
        }
    }

    private YearMonth month() {
        if (period == null || period.isBlank()) {
            period = levels.currentPeriod().toString();
        }
        try {
            return YearMonth.parse(period);
        } catch (DateTimeException e) {
            throw new Rejection(SlaReason.PERIOD_MALFORMED, period);
        }
    }

    /** The service by its name, where it has results in the month. */
    public String service(String code) {
        return services.stream()
                .filter(one -> one.code().equals(code))
                .map(LevelDesk.Choice::name)
                .findFirst()
                .orElse(code);
    }

    public String agency(String number) {
        return names.computeIfAbsent(
                number, one -> parties.organisation(OrgNumber.of(one)).name());
    }

    /** The list that is shown, whatever its kind. */
    public Paged<?> getList() {
        return switch (getKind()) {
            case "maintenance" -> maintenance;
            case "tickets" -> tickets;
            default -> outages;
        };
    }

    /** The text keys of the columns of the list that is shown, a comma between. */
    public String getHeadings() {
        return "sla.list.key,sla.list.concerns,"
                + switch (getKind()) {
                    case "maintenance" -> "sla.list.window,sla.list.actual,sla.list.announced,sla.list.approved";
                    case "tickets" ->
                        "sla.list.priority,sla.list.opened,sla.list.responded,sla.list.resolved,sla.list.state";
                    default -> "sla.list.from,sla.list.to,sla.list.cause,sla.list.impact";
                };
    }

    public Paged<OutageLine> getOutages() {
        return outages;
    }

    public Paged<MaintenanceLine> getMaintenance() {
        return maintenance;
    }

    public Paged<TicketLine> getTickets() {
        return tickets;
    }

    public List<String> getKinds() {
        return List.of("outages", "maintenance", "tickets");
    }

    public List<YearMonth> getPeriods() {
        return periods;
    }

    public List<LevelDesk.Choice> getServices() {
        return services;
    }

    /** {@code outages}, {@code maintenance} or {@code tickets}; anything else is outages. */
    public String getKind() {
        return kind != null && getKinds().contains(kind) ? kind : "outages";
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
