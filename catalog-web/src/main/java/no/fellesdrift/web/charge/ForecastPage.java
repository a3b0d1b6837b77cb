package no.fellesdrift.web.charge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.Facets;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.charge.Charging;
import no.fellesdrift.charge.Forecast;
import no.fellesdrift.charge.ForecastDesk;
import no.fellesdrift.charge.ForecastLine;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.party.OrganisationView;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.web.frame.Asked;
import no.fellesdrift.web.frame.ColumnChart;
import no.fellesdrift.web.frame.Texts;

/** What a year is going to cost against its budget, by the filters of the address. */
@Named
@RequestScoped
public class ForecastPage {

    @Inject
    ForecastDesk desk;

    @Inject
    PartyDesk parties;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Texts t;

    @Inject
    HttpServletRequest request;

    private Query query;
    private Forecast forecast;

    /** What the address asks for. */
    record Query(int year, Optional<OrgNumber> organisation, Optional<String> category) {

        /**
         * @param usual the year when none is asked for
         * @throws Rejection MALFORMED for what cannot be a year or an organisation
         */
        static Query of(UnaryOperator<String> address, int usual) {
            Asked asked = new Asked(address);
            return new Query(asked.year(usual), asked.organisation(), asked.text("category"));
        }
    }

    @PostConstruct
    void open() {
        query = Query.of(request::getParameter, thisYear());
        forecast = desk.forecast(query.year(), query.organisation(), query.category());
    }

    private int thisYear() {
        return YearMonth.from(clock.instant().atZone(Charging.ZONE)).getYear();
    }

    public Forecast getForecast() {
        return forecast;
    }

    /** Last year, this year and the two to come. */
    public List<Integer> getYears() {
        return IntStream.rangeClosed(thisYear() - 1, thisYear() + 2).boxed().toList();
    }

    public int getYear() {
        return query.year();
    }

    public boolean isAllAgencies() {
        return caller.get().seesAllAgencies();
    }

    public List<OrganisationView> getAgencies() {
        return parties.visibleAgencies();
    }

    public List<Facets.CategoryCount> getCategories() {
        return catalogue.facets(ServiceFilter.all(t.language())).categories();
    }

    public String getOrganisation() {
        return query.organisation().map(OrgNumber::digits).orElse("");
    }

    public String getCategory() {
        return query.category().orElse("");
    }

    /** The month whose use is taken where none is known; empty when nothing had to be taken. */
    public String getExpectedAsIn() {
        return forecast.expectedUse().isZero()
                ? ""
                : forecast.expectedAsIn().map(YearMonth::toString).orElse("");
    }

    /** The cost of each month in thousand kroner, and a twelfth of the budget across. */
    public ColumnChart getChart() {
        List<BigDecimal> values =
                forecast.months().stream().map(ForecastPage::thousands).toList();
        return new ColumnChart(
                values,
                Arrays.stream(Month.values()).map(this::shortName).toList(),
                forecast.budget().isZero()
                        ? null
                        : thousands(forecast.budget()).divide(BigDecimal.valueOf(12), 3, RoundingMode.HALF_UP));
    }

    private static BigDecimal thousands(Money amount) {
        return amount.amount().movePointLeft(3);
    }

    private String shortName(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, t.locale());
    }

    /** The months of a service, or of the whole year, with their names. */
    public List<MonthAmount> months(List<Money> months) {
        return IntStream.range(0, 12)
                .mapToObj(month -> new MonthAmount(YearMonth.of(query.year(), month + 1), months.get(month)))
                .toList();
    }

    /** A month and its amount. */
    public record MonthAmount(YearMonth month, Money amount) {}

    /** Whether the service costs more than is set aside. */
    public boolean over(ForecastLine line) {
        return line.left().filter(Money::isNegative).isPresent();
    }

    /** The address of the same list as a file. */
    public String download(String ending) {
        return request.getContextPath() + "/download/forecast." + ending + "?year=" + query.year() + "&organisation="
                + getOrganisation() + "&category=" + URLEncoder.encode(getCategory(), StandardCharsets.UTF_8);
    }
}
