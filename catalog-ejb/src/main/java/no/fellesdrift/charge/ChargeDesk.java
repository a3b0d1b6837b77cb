package no.fellesdrift.charge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/** Charges to read, and what a controller does with a billing period: compute it again while it is open, close it. */
@Stateless
public class ChargeDesk {

    @Inject
    Charges charges;

    @Inject
    ChargeYears years;

    @Inject
    LineBases bases;

    @Inject
    CreditCharges credits;

    @Inject
    BillingPeriods periods;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<PeriodClosed> closed;

    // ---------------------------------------------------------------- reading

    /** All billing periods, newest first. */
    @RolesAllowed(Roles.USER)
    public List<BillingPeriod> periods() {
        return periods.all();
    }

    /** @throws Rejection UNKNOWN_PERIOD */
    @RolesAllowed(Roles.USER)
    public BillingPeriod period(YearMonth period) {
        return periods.get(period);
    }

    /** The charges the caller may see. @throws Rejection NOT_FOUND for another agency's, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public Paged<ChargeView> charges(ChargeFilter filter, PageRequest page) {
        return charges.page(visible(filter), page);
    }

    /** The sums of the same charges. @throws Rejection NOT_FOUND for another agency's */
    @RolesAllowed(Roles.USER)
    public ChargeTotals totals(ChargeFilter filter) {
        return charges.totals(visible(filter));
    }

    /**
     * What was charged in a year, month by month, by agency and by service.
     *
     * @param organisation absent for all that the caller may see
     * @throws Rejection NOT_FOUND for another agency's, and for a year outside 2000–2100
     */
    @RolesAllowed(Roles.USER)
    public ChargeYear year(int year, Optional<OrgNumber> organisation) {
        if (year < ForecastDesk.FIRST_YEAR || year > ForecastDesk.LAST_YEAR) {
            throw new Rejection(ChargeReason.NOT_FOUND, year);
        }
        return years.of(year, caller.get().agencyFilter(organisation, ChargeReason.NOT_FOUND));
    }

    /** Hands out the same charges one by one, for a file. @throws Rejection NOT_FOUND before the first, for another's */
    @RolesAllowed(Roles.USER)
    public void forEach(ChargeFilter filter, List<String> sort, Consumer<ChargeView> each) {
        charges.forEach(visible(filter), sort, each);
    }

    /**
     * A charge; also one of a month that was closed before it came here, when a correction names it.
     *
     * @throws Rejection NOT_FOUND
     */
    @RolesAllowed(Roles.USER)
    public ChargeView charge(String number) {
        ChargeView charge = charges.find(number)
                .or(() -> corrected(number))
                .orElseThrow(() -> new Rejection(ChargeReason.NOT_FOUND, number));
        caller.get().mustSee(charge.organisation(), ChargeReason.NOT_FOUND, number);
        return charge;
    }

    /**
     * Charges of an imported month that is closed are not stored: nothing is ever added to a closed month. What a
     * correction takes off is worked out again from what was known when the month was closed, with the same figure that
     * the correction itself counted with.
     */
    private Optional<ChargeView> corrected(String number) {
        Map<YearMonth, Instant> closings = periods.closings();
        return charges.correcting(number)
                .filter(correction -> closings.containsKey(YearMonth.from(correction.from())))
                .flatMap(correction -> {
                    YearMonth closed = YearMonth.from(correction.from());
                    return bases.of(closed).stream()
                            .filter(line -> line.line().equals(correction.line()))
                            .flatMap(line -> Charging.of(line, closed, closings).stream())
                            .filter(charge -> charge.number().equals(number))
                            .findFirst()
                            .map(charge -> charges.view(charge, correction));
                });
    }

    private ChargeFilter visible(ChargeFilter filter) {
        return filter.with(caller.get().agencyFilter(filter.organisation(), ChargeReason.NOT_FOUND));
    }

    // ---------------------------------------------------------------- doing

    /**
     * Keeps an open period from being closed until the transaction ends.
     *
     * @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED
     */
    @RolesAllowed({Roles.CONTROLLER, Roles.SYSTEM})
    public void holdOpen(YearMonth period) {
        periods.open(period);
    }

    /**
     * Computes the open period's charges and puts them in the place of those it had.
     *
     * @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED
     */
    @RolesAllowed({Roles.CONTROLLER, Roles.SYSTEM})
    public ChargeTotals compute(YearMonth period) {
        return compute(period, Progress.NONE);
    }

    /** The same, telling how many agreement lines are done. */
    @RolesAllowed({Roles.CONTROLLER, Roles.SYSTEM})
    public ChargeTotals compute(YearMonth period, Progress progress) {
        periods.open(period);
        ChargeTotals totals = replace(period, clock.instant(), progress);
        happened.fire(new Happened(
                "charge.compute",
                "BillingPeriod",
                period.toString(),
                null,
                null,
                totals.total().toString(),
                null));
        return totals;
    }

    /**
     * Computes the period's charges a last time and closes it for good; what is learnt about it later becomes a
     * correction in the next open period.
     *
     * @throws Rejection UNKNOWN_PERIOD, PERIOD_CLOSED, PERIOD_NOT_OVER before its last day is over in the billing zone,
     *     EARLIER_PERIOD_OPEN
     */
    @RolesAllowed(Roles.CONTROLLER)
    public ChargeTotals close(YearMonth period) {
        periods.open(period);
        Instant now = clock.instant();
        if (!YearMonth.from(now.atZone(Charging.ZONE)).isAfter(period)) {
            throw new Rejection(ChargeReason.PERIOD_NOT_OVER, period);
        }
        periods.mustBeOldestOpen(period);
        ChargeTotals totals = replace(period, now, Progress.NONE);
        periods.close(period, now, caller.get().id());
        closed.fire(new PeriodClosed(period));
        happened.fire(new Happened(
                "charge.close",
                "BillingPeriod",
                period.toString(),
                null,
                PeriodState.OPEN.name(),
                PeriodState.CLOSED.name(),
                totals.total().toString()));
        return totals;
    }

    private ChargeTotals replace(YearMonth period, Instant now, Progress progress) {
        Map<YearMonth, Instant> closings = periods.closings();
        List<LineBasis> lines = bases.of(period);
        List<ComputedCharge> computed = new ArrayList<>();
        for (int done = 0; done < lines.size(); done++) {
            progress.at(done, lines.size());
            computed.addAll(Charging.of(lines.get(done), period, closings));
        }
        computed.addAll(credits.of(period));
        charges.replace(period, computed, now);
        progress.at(lines.size(), lines.size());
        return charges.totals(ChargeFilter.of(period));
    }
}
