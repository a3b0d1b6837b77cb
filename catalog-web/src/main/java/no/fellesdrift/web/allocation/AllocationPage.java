package no.fellesdrift.web.allocation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.allocation.AllocationFilter;
import no.fellesdrift.allocation.AllocationLine;
import no.fellesdrift.allocation.AllocationReason;
import no.fellesdrift.allocation.AllocationView;
import no.fellesdrift.allocation.LedgerEntry;
import no.fellesdrift.charge.BillingPeriod;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.job.JobDesk;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.AddressReason;

/** An allocation run: the proof, the pools, one pool's shares, down to its vouchers. */
@Named
@RequestScoped
public class AllocationPage {

    static final int VOUCHERS = 25;
    private static final int RUNS = 20;

    @Inject
    AllocationDesk desk;

    @Inject
    ChargeDesk charges;

    @Inject
    JobDesk jobs;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    private List<BillingPeriod> periods;
    private YearMonth period;
    private List<AllocationLine> runs;
    private AllocationView run;
    private Paged<LedgerEntry> vouchers;

    @PostConstruct
    void open() {
        periods = charges.periods();
        String number = request.getParameter("number");
        if (number != null && !number.isBlank()) {
            run = desk.run(number);
            period = run.period();
        } else {
            period = wanted().orElseGet(this::usual);
        }
        runs = desk.runs(AllocationFilter.of(period), PageRequest.first(RUNS)).items();
        if (run == null && !runs.isEmpty()) {
            run = desk.run(runs.get(0).number());
        }
    }

    private Optional<YearMonth> wanted() {
        String text = request.getParameter("period");
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(text));
        } catch (DateTimeException unreadable) {
            throw new Rejection(AddressReason.NO_MONTH, text);
        }
    }

    private YearMonth usual() {
        return periods.stream()
                .filter(BillingPeriod::isOpen)
                .map(BillingPeriod::period)
                .min(YearMonth::compareTo)
                .or(() -> periods.stream().map(BillingPeriod::period).findFirst())
                .orElseThrow(() -> new Rejection(AllocationReason.NOT_FOUND, ""));
    }

    public String allocate() {
        jobs.allocate(period);
        return "allocation?faces-redirect=true&period=" + period;
    }

    public YearMonth getPeriod() {
        return period;
    }

    public List<BillingPeriod> getPeriods() {
        return periods;
    }

    public boolean isOpenPeriod() {
        return periods.stream().anyMatch(known -> known.period().equals(period) && known.isOpen());
    }

    public List<AllocationLine> getRuns() {
        return runs;
    }

    /** Absent when the period has none. */
    public AllocationView getRun() {
        return run;
    }

    public List<OrgNumber> getOrganisations() {
        return List.copyOf(run.perOrganisation().keySet());
    }

    /** The name an organisation has in the shares. */
    public String name(OrgNumber organisation, String language) {
        return run.pools().stream()
                .flatMap(pool -> pool.shares().stream())
                .filter(share -> share.target().equals(organisation.digits()) && share.name() != null)
                .map(share -> share.name().in(language))
                .findFirst()
                .orElse(organisation.digits());
    }

    /** The pool of the address; absent when none is chosen. */
    public AllocationView.PoolView getPool() {
        String code = request.getParameter("pool");
        return run == null || code == null || code.isBlank()
                ? null
                : run.pool(code).orElseThrow(() -> new Rejection(AllocationReason.NOT_FOUND, code));
    }

    public boolean isVouchersShown() {
        return caller.get().has(Role.CONTROLLER)
                || caller.get().has(Role.FINANCE_APPROVER)
                || caller.get().has(Role.OBSERVER);
    }

    public Paged<LedgerEntry> getVouchers() {
        if (vouchers == null) {
            vouchers = desk.ledger(period, getPool().pool(), new PageRequest(page(), VOUCHERS, List.of()));
        }
        return vouchers;
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

    public boolean isController() {
        return caller.get().has(Role.CONTROLLER);
    }

    /** Digits and signs with the language's decimal sign. */
    public String written(String working, String language) {
        return "en".equals(language) ? working : working.replace('.', ',');
    }
}
