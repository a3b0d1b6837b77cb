package no.fellesdrift.web.charge;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeFilter;
import no.fellesdrift.charge.ChargeKind;
import no.fellesdrift.charge.ChargeReason;
import no.fellesdrift.charge.ChargeTotals;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.AddressReason;
import no.fellesdrift.web.frame.Messages;

/** The charges of a month, by the filters of the address. */
@Named
@RequestScoped
public class ChargesPage {

    static final int ROWS = 25;

    @Inject
    ChargeDesk desk;

    @Inject
    JobDesk jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    Messages messages;

    @Inject
    HttpServletRequest request;

    private YearMonth period;
    private ChargeFilter filter;
    private List<BillingPeriod> periods;
    private Paged<ChargeView> charges;
    private ChargeTotals totals;
    private ChargeTotals all;

    @PostConstruct
    void open() {
        periods = desk.periods();
        filter = filter(request::getParameter);
        period = filter.period().orElseGet(this::usual);
        filter = new ChargeFilter(
                Optional.of(period),
                filter.organisation(),
                filter.service(),
                filter.kind(),
                filter.line(),
                filter.agreement());
    }

    /** The oldest open period: the one that is being worked on. */
    private YearMonth usual() {
        return periods.stream()
                .filter(BillingPeriod::isOpen)
                .map(BillingPeriod::period)
                .min(YearMonth::compareTo)
                .or(() -> periods.stream().map(BillingPeriod::period).findFirst())
                .orElseThrow(() -> new Rejection(ChargeReason.UNKNOWN_PERIOD, ""));
    }

    /**
     * What the address asks for.
     *
     * @throws Rejection MALFORMED when a parameter cannot be anything there is
     */
    static ChargeFilter filter(Function<String, String> parameter) {
        return new ChargeFilter(
                read(parameter, "period", YearMonth::parse),
                read(parameter, "organisation", OrgNumber::of),
                read(parameter, "service", ServiceCode::of),
                read(parameter, "kind", ChargeKind::valueOf),
                read(parameter, "line", LineNumber::of),
                read(parameter, "agreement", AgreementNumber::of));
    }

    private static <T> Optional<T> read(Function<String, String> parameter, String name, Function<String, T> reader) {
        String text = parameter.apply(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Rejection(name.equals("period") ? AddressReason.NO_MONTH : AddressReason.NO_CHOICE, text);
        }
    }

    // ---------------------------------------------------------------- buttons

    public String compute() {
        jobs.computeCharges(period);
        return "index?faces-redirect=true&period=" + period;
    }

    public String close() {
        desk.close(period);
        messages.done("charge.closed");
        return "index?faces-redirect=true&period=" + period;
    }

    // ---------------------------------------------------------------- what is shown

    public Paged<ChargeView> getCharges() {
        if (charges == null) {
            charges = desk.charges(filter, new PageRequest(page(), ROWS, sort()));
        }
        return charges;
    }

    /** Of the filtered list. */
    public ChargeTotals getTotals() {
        if (totals == null) {
            totals = desk.totals(filter);
        }
        return totals;
    }

    /** Of the whole month, for the choices of the filters. */
    public ChargeTotals getMonth() {
        if (all == null) {
            all = desk.totals(ChargeFilter.of(period));
        }
        return all;
    }

    private int page() {
        try {
            return Math.max(
                    0,
                    Integer.parseInt(
                            Optional.ofNullable(request.getParameter("page")).orElse("0")));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private List<String> sort() {
        String sort = request.getParameter("sort");
        return sort == null || sort.isBlank() ? List.of() : List.of(sort);
    }

    public YearMonth getPeriod() {
        return period;
    }

    public List<BillingPeriod> getPeriods() {
        return periods;
    }

    public BillingPeriod getBillingPeriod() {
        return periods.stream()
                .filter(known -> known.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new Rejection(ChargeReason.UNKNOWN_PERIOD, period));
    }

    public List<ChargeKind> getKinds() {
        return Arrays.asList(ChargeKind.values());
    }

    public String getOrganisation() {
        return filter.organisation().map(OrgNumber::digits).orElse("");
    }

    public String getService() {
        return filter.service().map(ServiceCode::value).orElse("");
    }

    public String getKind() {
        return filter.kind().map(Enum::name).orElse("");
    }

    public String getLine() {
        return filter.line().map(LineNumber::value).orElse("");
    }

    public boolean isFiltered() {
        return filter.organisation().isPresent()
                || filter.service().isPresent()
                || filter.kind().isPresent()
                || filter.line().isPresent()
                || filter.agreement().isPresent();
    }

    public boolean isAllAgencies() {
        return caller.get().seesAllAgencies();
    }

    public boolean isController() {
        return caller.get().has(Role.CONTROLLER);
    }

    /** The address of the same list as a file. */
    public String download(String ending) {
        List<String> parameters = new ArrayList<>();
        parameters.add("period=" + period);
        filter.organisation().ifPresent(value -> parameters.add("organisation=" + encoded(value)));
        filter.service().ifPresent(value -> parameters.add("service=" + encoded(value)));
        filter.kind().ifPresent(value -> parameters.add("kind=" + encoded(value)));
        filter.line().ifPresent(value -> parameters.add("line=" + encoded(value)));
        filter.agreement().ifPresent(value -> parameters.add("agreement=" + encoded(value)));
        return request.getContextPath() + "/download/charges." + ending + "?" + String.join("&", parameters);
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
