package no.fellesdrift.web.charge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeYear;
import no.fellesdrift.charge.Charging;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.ColumnChart;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What was charged in a year, by agency and by service, by the filters of the address. */
@Named
@RequestScoped
public class YearPage {

    @Inject
    ChargeDesk desk;

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

    private Optional<OrgNumber> organisation;
    private ChargeYear year;

    @PostConstruct
    void open() {
        Asked asked = new Asked(request::getParameter);
        organisation = asked.organisation();
        year = desk.year(asked.year(thisYear()), organisation);
    }

    private int thisYear() {
        return YearMonth.from(clock.instant().atZone(Charging.ZONE)).getYear();
    }

    public ChargeYear getCharged() {
        return year;
    }

    public int getYear() {
        return year.year();
    }

    /** This year and those that have billing periods, newest first. */
    public List<Integer> getYears() {
        return Stream.concat(
                        Stream.of(thisYear(), year.year()),
                        desk.periods().stream().map(BillingPeriod::period).map(YearMonth::getYear))
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

    /** Each month in thousand kroner; a gap where nothing is charged. */
    public ColumnChart getChart() {
        return new ColumnChart(
                IntStream.range(0, 12)
                        .mapToObj(month -> has(month) ? thousands(year.months().get(month)) : null)
                        .collect(Collectors.toList()),
                Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, t.locale()))
                        .toList(),
                null);
    }

    private boolean has(int month) {
        return year.charged().contains(YearMonth.of(year.year(), month + 1));
    }

    private static BigDecimal thousands(Money amount) {
        return amount.amount().movePointLeft(3).setScale(0, RoundingMode.HALF_UP);
    }

    /** The year in a sentence or two. */
    public String getSummary() {
        String sum = t.of(
                "charge.year.sum",
                String.valueOf(year.year()),
                f.money(year.total()),
                year.charged().size(),
                f.month(year.charged().get(0)),
                f.month(year.charged().get(year.charged().size() - 1)));
        if (year.services().isEmpty() || year.total().amount().signum() <= 0) {
            return sum;
        }
        ChargeYear.OfService dearest = year.services().get(0);
        return sum + " "
                + t.of(
                        "charge.year.dearest",
                        t.in(dearest.name()),
                        f.money(dearest.total()),
                        f.number(share(dearest.total())));
    }

    /** Its part of the whole, in whole percent. */
    public int share(Money part) {
        BigDecimal whole = year.total().amount();
        return whole.signum() <= 0
                ? 0
                : part.amount()
                        .max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .min(BigDecimal.valueOf(100))
                        .intValue();
    }

    /** In words; what is not nothing and less than half a percent is said so. */
    public String shareText(Money part) {
        int share = share(part);
        return share == 0 && part.amount().signum() > 0 ? t.get("charge.year.share.little") : f.percent(share, 0);
    }

    /** Whether there are months to compare. */
    public boolean isSeveral() {
        return year.charged().size() > 1;
    }

    /** What the small columns of an agency or a service show, in words. */
    public String said(String name, List<Money> months) {
        return t.of(
                "charge.year.months.said",
                name,
                year.charged().stream()
                        .map(month -> f.month(month) + " " + f.money(months.get(month.getMonthValue() - 1)))
                        .collect(Collectors.joining(", ")));
    }

    /** The amounts alone. */
    public List<BigDecimal> amounts(List<Money> months) {
        return months.stream().map(Money::amount).toList();
    }

    /** The months that have charges, newest last. */
    public List<ForecastPage.MonthAmount> getMonths() {
        return year.charged().stream()
                .map(month -> new ForecastPage.MonthAmount(month, year.months().get(month.getMonthValue() - 1)))
                .toList();
    }
}
