package no.fellesdrift.web.sla;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.sla.BackupLine;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionLine;
import no.fellesdrift.sla.FactQuery;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.MaintenanceLine;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageLine;
import no.fellesdrift.sla.ReadingDesk;
import no.fellesdrift.sla.RecoveryLine;
import no.fellesdrift.sla.SampleLine;
import no.fellesdrift.sla.TicketLine;
import no.fellesdrift.sla.ValueLine;
import no.fellesdrift.web.frame.Asked;

/** What was measured and reported in a month. */
@Named
@ViewScoped
public class MeasurementsPage implements Serializable {

    private static final int SIZE = 50;

    @Inject
    transient MeasurementDesk desk;

    @Inject
    transient ReadingDesk readings;

    @Inject
    transient ExclusionDesk leftOut;

    @Inject
    transient LevelDesk levels;

    @Inject
    transient PartyDesk parties;

    private String period;
    private String kind;
    private String service;

    private final Map<String, String> names = new HashMap<>();
    private transient List<YearMonth> periods;
    private transient List<LevelDesk.Choice> services;
    private transient Paged<OutageLine> outages;
    private transient Paged<MaintenanceLine> maintenance;
    private transient Paged<TicketLine> tickets;
    private transient Paged<SampleLine> samples;
    private transient Paged<BackupLine> backups;
    private transient Paged<RecoveryLine> recoveries;
    private transient Paged<ValueLine> values;
    private transient Paged<ExclusionLine> exclusions;

    @PostConstruct
    void open() {
        Asked asked =
                new Asked(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get);
        FactQuery query = query(asked, levels);
        period = query.period().toString();
        service = query.service();
        kind = asked.text("kind").orElse("");
        periods = levels.periods();
        services = levels.services(query.period());
        PageRequest request = new PageRequest(asked.page(), SIZE, asked.sort());
        switch (getKind()) {
            case "maintenance" -> maintenance = desk.maintenanceList(query, request);
            case "tickets" -> tickets = desk.ticketList(query, request);
            case "samples" -> samples = readings.sampleList(query, request);
            case "backups" -> backups = readings.backupList(query, request);
            case "recoveries" -> recoveries = readings.recoveryList(query, request);
            case "values" -> values = readings.valueList(query, request);
            case "exclusions" -> exclusions = leftOut.ofMonth(query, request);
            default -> outages = desk.outageList(query, request);
        }
    }

    /** What the whole list of an address is narrowed to. */
    static FactQuery query(Asked asked, LevelDesk levels) {
        return new FactQuery(
                asked.period().orElseGet(levels::currentPeriod),
                asked.organisation(),
                asked.text("service").orElse(null));
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
            case "samples" -> samples;
            case "backups" -> backups;
            case "recoveries" -> recoveries;
            case "values" -> values;
            case "exclusions" -> exclusions;
            default -> outages;
        };
    }

    /** The text keys of the columns of the list that is shown, a comma between. */
    public String getHeadings() {
        return ("samples".equals(getKind()) ? "" : "sla.list.key,")
                + "sla.list.concerns,"
                + switch (getKind()) {
                    case "maintenance" -> "sla.list.window,sla.list.actual,sla.list.announced,sla.list.approved";
                    case "tickets" ->
                        "sla.list.priority,sla.list.opened,sla.list.responded,sla.list.resolved,sla.list.state";
                    case "samples" -> "sla.list.metric,sla.list.hour,sla.list.mean,sla.list.highest,sla.list.probes";
                    case "backups" -> "sla.list.scheduled,sla.list.finished,sla.list.outcome";
                    case "recoveries" ->
                        "sla.list.failure,sla.list.declared,sla.list.restored,sla.list.lastGoodPoint,sla.list.test";
                    case "values" -> "sla.list.metric,sla.list.at,sla.list.value";
                    case "exclusions" -> "sla.list.from,sla.list.to,sla.exclusion.reason,sla.list.approved";
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
        return List.of("outages", "maintenance", "exclusions", "tickets", "samples", "backups", "recoveries", "values");
    }

    public List<YearMonth> getPeriods() {
        return periods;
    }

    public List<LevelDesk.Choice> getServices() {
        return services;
    }

    public Paged<SampleLine> getSamples() {
        return samples;
    }

    public Paged<BackupLine> getBackups() {
        return backups;
    }

    public Paged<RecoveryLine> getRecoveries() {
        return recoveries;
    }

    public Paged<ValueLine> getValues() {
        return values;
    }

    public Paged<ExclusionLine> getExclusions() {
        return exclusions;
    }

    public boolean isProposing() {
        return leftOut.mayPropose();
    }

    /** One of {@link #getKinds()}; anything else is outages. */
    public String getKind() {
        return kind != null && getKinds().contains(kind) ? kind : "outages";
    }

    public String getPeriod() {
        return period;
    }

    public String getService() {
        return service;
    }
}
