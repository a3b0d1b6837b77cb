package no.fellesdrift.web.overview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** Everyone's desk, put together from the parts that the reader's roles have. */
@Named
@RequestScoped
public class OverviewPage {

    private static final LocalTime MORNING_ENDS = LocalTime.of(10, 0);
    private static final LocalTime EVENING_BEGINS = LocalTime.of(18, 0);

    @Inject
    Clock clock;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    Me me;

    @Inject
    OrderPart orders;

    @Inject
    LevelPart levels;

    @Inject
    BreachPart breaches;

    @Inject
    MoneyPart money;

    @Inject
    CreditPart credits;

    @Inject
    ExclusionPart exclusions;

    @Inject
    ReportPart reports;

    @Inject
    AgreementPart agreements;

    @Inject
    CataloguePart catalogue;

    @Inject
    MaintenancePart maintenance;

    @Inject
    SourcePart sources;

    @Inject
    AdministrationPart administration;

    @Inject
    HttpServletRequest request;

    private final List<Tile> tiles = new ArrayList<>();
    private final List<Task> waiting = new ArrayList<>();
    private final List<Task> late = new ArrayList<>();
    private long unseen;
    private long unseenLate;
    private String lateHref = "";
    private final List<Task> coming = new ArrayList<>();

    @PostConstruct
    void look() {
        if (!me.isSignedIn()) {
            return;
        }
        LocalDate today = getToday();
        if (me.hasAny("ORDERER,APPROVER,ORDER_DESK,AGENCY_FINANCE,SECURITY_OFFICER,SYSTEM_OWNER")) {
            waiting.addAll(orders.waiting());
            unseen = orders.countWaiting() - waiting.size();
        }
        if (me.hasAny("ORDERER,APPROVER,AGENCY_FINANCE")) {
            late.addAll(orders.silent());
        }
        if (me.hasAny("ORDERER,APPROVER,ORDER_DESK")) {
            late.addAll(orders.late(today));
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER")) {
            waiting.addAll(breaches.waiting());
            late.addAll(breaches.late());
            List<Task> missed = levels.breaches();
            late.addAll(missed);
            unseenLate = levels.countBreaches() - missed.size();
            lateHref = levels.breachesHref();
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,ADMINISTRATOR")) {
            late.addAll(sources.silent());
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER")) {
            waiting.addAll(sources.toApprove());
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,FINANCE_APPROVER")) {
            waiting.addAll(credits.waiting());
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,SECURITY_OFFICER,APPROVER")) {
            waiting.addAll(exclusions.waiting());
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,CONTROLLER,SECURITY_OFFICER,APPROVER")) {
            waiting.addAll(reports.waiting(today));
        }
        if (me.has("CONTROLLER")) {
            waiting.addAll(money.work(today));
        }
        if (me.hasAny("CATALOGUE_MANAGER,OBSERVER,SERVICE_LEVEL_MANAGER")) {
            late.addAll(agreements.overdue(today));
        }
        if (me.has("ADMINISTRATOR")) {
            waiting.addAll(administration.beginnings());
        }
        tiles();
        if (!me.has("SUPPLIER_CONTACT")) {
            coming.addAll(agreements.due(today));
            coming.addAll(catalogue.comingPrices(today));
            coming.addAll(maintenance.coming());
        }
    }

    private void tiles() {
        if (me.has("SUPPLIER_CONTACT")) {
            return;
        }
        if (me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER,ORDERER,APPROVER,SECURITY_OFFICER,SYSTEM_OWNER,OBSERVER,"
                + "CATALOGUE_MANAGER")) {
            tiles.add(levels.tile());
        }
        if (me.hasAny("ORDERER,APPROVER,AGENCY_FINANCE,CONTROLLER,FINANCE_APPROVER,OBSERVER")) {
            tiles.add(money.charged());
        }
        if (me.hasAny("APPROVER,AGENCY_FINANCE")) {
            money.budget(getToday().getYear()).ifPresent(tiles::add);
        }
        if (me.hasAny("CONTROLLER,FINANCE_APPROVER,OBSERVER")) {
            tiles.add(money.allocated());
        }
        if (me.hasAny("CONTROLLER,FINANCE_APPROVER")) {
            tiles.add(credits.tile());
        }
        if (me.hasAny("ORDERER,APPROVER,ORDER_DESK,AGENCY_FINANCE,SERVICE_OWNER,SYSTEM_OWNER")) {
            tiles.add(orders.open());
        }
        if (me.hasAny("ORDERER,ORDER_DESK,SERVICE_LEVEL_MANAGER,SERVICE_OWNER")) {
            orders.delivered(getToday()).ifPresent(tiles::add);
        }
        if (me.has("ORDER_DESK")) {
            tiles.add(orders.unassigned());
            tiles.add(orders.atSuppliers());
        }
        if (me.hasAny("CATALOGUE_MANAGER,SERVICE_OWNER")) {
            tiles.add(catalogue.tile());
        }
        if (me.hasAny("CATALOGUE_MANAGER,SERVICE_LEVEL_MANAGER,SECURITY_OFFICER,OBSERVER")) {
            tiles.add(agreements.tile());
        }
        if (me.has("ADMINISTRATOR")) {
            tiles.addAll(administration.tiles());
        }
    }

    /** What waits, also what the list has no room for. */
    public long getWaitingCount() {
        return waiting.size() + unseen;
    }

    /** What is late or breached, also what the list has no room for. */
    public long getLateCount() {
        return late.size() + unseenLate;
    }

    /** Where all of it stands; empty when the list shows it. */
    public String getLateHref() {
        return unseenLate > 0 ? lateHref : "";
    }

    public boolean isMoreWaiting() {
        return unseen > 0;
    }

    public LocalDate getToday() {
        return LocalDate.ofInstant(clock.instant(), Written.OSLO);
    }

    /** Good morning, by the clock of Oslo. */
    public String getGreeting() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), Written.OSLO);
        String part = now.isBefore(MORNING_ENDS) ? "morning" : now.isBefore(EVENING_BEGINS) ? "day" : "evening";
        return t.of("overview.greeting." + part, me.getFirstName());
    }

    /** The day and what it holds, in words. */
    public String getLead() {
        String day = f.longDate(getToday());
        String waits = waiting.isEmpty() ? t.get("overview.nothing-waits") : t.of("overview.waits", getWaitingCount());
        String delayed = late.isEmpty() ? "" : " " + t.of("overview.lates", getLateCount());
        return day.substring(0, 1).toUpperCase(t.locale()) + day.substring(1) + ". " + waits + delayed;
    }

    public List<Tile> getTiles() {
        return tiles;
    }

    public List<Task> getWaiting() {
        return waiting;
    }

    public List<Task> getLate() {
        return late;
    }

    public List<Task> getComing() {
        return coming;
    }

    /** Orders of the reader's agency, or of all for the provider, on which something may still happen. */
    public List<OrderRow> getOrders() {
        return me.hasAny("ORDERER,APPROVER,AGENCY_FINANCE,SYSTEM_OWNER,ORDER_DESK,OBSERVER")
                ? orders.underWay()
                : List.of();
    }

    /** Whole days from today; negative when it has passed. */
    static long days(LocalDate today, LocalDate to) {
        return ChronoUnit.DAYS.between(today, to);
    }
}
