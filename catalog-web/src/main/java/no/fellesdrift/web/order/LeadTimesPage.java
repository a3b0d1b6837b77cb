package no.fellesdrift.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.order.LeadTimes;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.ColumnChart;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** How long deliveries took in a year against what was promised, by the filters of the address. */
@Named
@RequestScoped
public class LeadTimesPage {

    @Inject
    OrderDesk desk;

    @Inject
    PartyDesk parties;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    HttpServletRequest request;

    private int year;
    private Optional<OrgNumber> organisation;
    private LeadTimes times;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        year = asked.year(thisYear());
        organisation = asked.organisation();
        times = desk.leadTimes(year, organisation);
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE).getYear();
    }

    public int getYear() {
        return year;
    }

    /** This year and the two before, and the one that is shown. */
    public List<Integer> getYears() {
        return Stream.of(thisYear(), thisYear() - 1, thisYear() - 2, year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    public boolean isAllAgencies() {
        return caller.get().seesAllAgencies();
    }

    public List<OrganisationView> getAgencies() {
        return parties.visibleAgencies();
    }

    public String getOrganisation() {
        return organisation.map(OrgNumber::digits).orElse("");
    }

    public LeadTimes getTimes() {
        return times;
    }

    /** The months that something was delivered in. */
    public List<LeadTimes.OfMonth> getMonths() {
        return times.months().stream()
                .filter(month -> month.delivered().count() > 0)
                .toList();
    }

    /** The year in two sentences. */
    public String getSummary() {
        LeadTimes.Delivered all = times.all();
        return t.of(
                all.median().signum() == 0 ? "order.times.summary.same-day" : "order.times.summary",
                String.valueOf(year),
                all.count(),
                f.number(all.median()),
                f.number(all.within()),
                f.percent(all.withinPercent(), 0),
                all.median());
    }

    public ColumnChart getMedians() {
        return chart(LeadTimes.Delivered::median);
    }

    /** In whole percent, cut. */
    public ColumnChart getShares() {
        return chart(delivered ->
                delivered.count() == 0 ? null : delivered.withinPercent().setScale(0, RoundingMode.FLOOR));
    }

    private ColumnChart chart(Function<LeadTimes.Delivered, BigDecimal> value) {
        return new ColumnChart(
                times.months().stream()
                        .map(month -> value.apply(month.delivered()))
                        .collect(Collectors.toList()),
                times.months().stream()
                        .map(month -> month.month().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, t.locale()))
                        .toList(),
                null);
    }
}
