package no.fellesdrift.web.sla.trend;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.trend.Dashboard;
import no.fellesdrift.sla.trend.TrendDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.ColumnChart;
import no.fellesdrift.web.frame.Texts;

/** How service levels develop, by the filters of the address. */
@Named
@RequestScoped
public class TrendPage {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final int MANY = 5;
    private static final int LONG = 30;

    @Inject
    TrendDesk desk;

    @Inject
    LevelDesk levels;

    @Inject
    Texts t;

    @Inject
    HttpServletRequest request;

    private Optional<OrgNumber> organisation;
    private Optional<String> service;
    private Dashboard shown;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        organisation = asked.organisation();
        service = asked.text("service");
        shown = desk.dashboard(asked.period(), organisation, service);
    }

    public Dashboard getShown() {
        return shown;
    }

    public List<YearMonth> getPeriods() {
        return levels.periods();
    }

    public String getPeriod() {
        return shown.until().toString();
    }

    public String getOrganisation() {
        return organisation.map(OrgNumber::digits).orElse("");
    }

    public String getService() {
        return service.orElse("");
    }

    public List<LevelDesk.Choice> getOrganisations() {
        return levels.organisations(shown.until());
    }

    public List<LevelDesk.Choice> getServices() {
        return levels.services(shown.until());
    }

    /** The month's short name above a column; January also says the year. */
    public String head(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, t.locale());
        return month.getMonthValue() == 1 ? name + " " + month.getYear() : name;
    }

    /** What a month of a service or an agency looks like: nothing broken, some, many, or nothing known. */
    public String css(Dashboard.Cell cell) {
        if (cell == null || cell.measured() == 0) {
            return "off";
        }
        return cell.breached() == 0 ? "" : cell.breached() < MANY ? "l1" : "l2";
    }

    public String figure(Dashboard.Cell cell) {
        if (cell == null || cell.measured() == 0) {
            return "–";
        }
        return cell.breached() == 0 ? "·" : String.valueOf(cell.breached());
    }

    public String shade(Dashboard.Day day) {
        if (day.minutes() == 0) {
            return day.excused() ? "ex" : "";
        }
        return day.minutes() < MANY * 2 ? "l1" : day.minutes() < LONG ? "l2" : "l3";
    }

    public String minutes(Dashboard.Day day) {
        return day.minutes() > 0 ? String.valueOf(day.minutes()) : day.excused() ? t.get("sla.trend.excused") : "·";
    }

    /** Hours of downtime a month, added up over lines; a gap where nothing was evaluated. */
    public ColumnChart getDowntime() {
        return new ColumnChart(
                shown.months().stream()
                        .map(month -> causes(month)
                                .map(causes -> BigDecimal.valueOf(causes.all()).divide(HOUR, 0, RoundingMode.HALF_UP))
                                .orElse(null))
                        .toList(),
                shown.months().stream().map(this::head).toList(),
                null);
    }

    private Optional<Dashboard.Causes> causes(YearMonth month) {
        return shown.causes().stream()
                .filter(causes -> causes.period().equals(month))
                .findFirst();
    }

    /** The newest months first, as a table is read. */
    public List<Dashboard.Causes> getCauses() {
        return shown.causes().stream()
                .sorted(Comparator.comparing(Dashboard.Causes::period).reversed())
                .toList();
    }

    /** What the chart says, in a sentence. */
    public String getSummary() {
        long all = shown.causes().stream().mapToLong(Dashboard.Causes::all).sum();
        long upstream =
                shown.causes().stream().mapToLong(Dashboard.Causes::upstream).sum();
        return all == 0
                ? t.get("sla.trend.no-downtime")
                : t.of("sla.trend.downtime.summary", shown.causes().size(), all / 3_600, upstream * 100 / all);
    }

    /** Whether anything was evaluated in the twelve months. */
    public boolean isNothing() {
        return shown.services().isEmpty();
    }
}
