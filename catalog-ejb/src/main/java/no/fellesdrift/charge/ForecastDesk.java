package no.fellesdrift.charge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.fellesdrift.budget.BudgetAmount;
import no.fellesdrift.budget.BudgetDesk;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;

/**
 * What a year is going to cost, by the arithmetic of the charges themselves. Recurring and one-off prices are those in
 * force and announced on the day they are charged for. Use is what was metered; a month of a line without readings is
 * taken to cost what the line's use cost in the latest month that has readings.
 */
@Stateless
public class ForecastDesk {

    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;

    @Inject
    LineBases bases;

    @Inject
    Forecasts forecasts;

    @Inject
    BudgetDesk budgets;

    @Inject
    CurrentCaller caller;

    /**
     * @param organisation absent for all that the caller may see
     * @param category absent for all services
     * @throws Rejection NOT_FOUND for another agency's, and for a year outside 2000–2100
     */
    @RolesAllowed(Roles.USER)
    public Forecast forecast(int year, Optional<OrgNumber> organisation, Optional<String> category) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Rejection(ChargeReason.NOT_FOUND, year);
        }
        Optional<OrgNumber> agency = caller.get().agencyFilter(organisation, ChargeReason.NOT_FOUND);
        Optional<YearMonth> latest = forecasts.latestUse();
        Map<String, List<ComputedCharge>> expected =
                latest.map(month -> use(of(DateRange.of(month), agency), month)).orElse(Map.of());
        Map<ServiceCode, Sums> sums = new TreeMap<>();
        DateRange months = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        for (LineBasis line : of(months, agency)) {
            Sums sum = sums.computeIfAbsent(line.service(), service -> new Sums());
            for (int month = 1; month <= 12; month++) {
                sum.add(line, YearMonth.of(year, month), expected);
            }
        }
        List<BudgetAmount> amounts = budgets.amounts(year, agency);
        amounts.forEach(amount -> sums.computeIfAbsent(amount.service(), service -> new Sums()));
        Map<ServiceCode, Forecasts.Named> names = forecasts.services();
        List<ForecastLine> lines = sums.entrySet().stream()
                .map(sum -> line(names.get(sum.getKey()), sum.getValue(), amounts))
                .filter(line -> category.isEmpty() || category.get().equals(line.category()))
                .toList();
        return new Forecast(year, agency, latest, lines);
    }

    private List<LineBasis> of(DateRange months, Optional<OrgNumber> agency) {
        return bases.of(months).stream()
                .filter(line -> agency.isEmpty() || agency.get().equals(line.organisation()))
                .toList();
    }

    /** The month's use by line and component. */
    private static Map<String, List<ComputedCharge>> use(List<LineBasis> lines, YearMonth month) {
        return lines.stream()
                .flatMap(line -> Charging.of(line, month, Map.of()).stream())
                .filter(charge -> charge.kind().isUsage())
                .collect(Collectors.groupingBy(charge -> charge.line().value()));
    }

    private static ForecastLine line(Forecasts.Named service, Sums sums, List<BudgetAmount> amounts) {
        return new ForecastLine(
                service.code(),
                service.name(),
                service.category(),
                service.categoryName(),
                List.of(sums.months),
                sums.expectedUse,
                budget(amounts, service.code(), true),
                budget(amounts, service.code(), false));
    }

    private static Optional<Money> budget(List<BudgetAmount> amounts, ServiceCode service, boolean adopted) {
        List<Money> found = amounts.stream()
                .filter(amount -> amount.service().equals(service) && amount.adopted() == adopted)
                .map(BudgetAmount::amount)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(Money.sum(found));
    }

    /** The twelve months of a service while they are added up. */
    private static final class Sums {

        private final Money[] months = new Money[12];
        private Money expectedUse = Money.ZERO;

        Sums() {
            Arrays.fill(months, Money.ZERO);
        }

        void add(LineBasis line, YearMonth month, Map<String, List<ComputedCharge>> expected) {
            boolean exists =
                    line.quantities().stream().anyMatch(piece -> piece.valid().overlaps(DateRange.of(month)));
            boolean metered = line.readings().stream()
                    .anyMatch(reading -> YearMonth.from(reading.usedOn()).equals(month));
            List<Money> amounts = new ArrayList<>();
            for (ComputedCharge charge : Charging.of(line, month, Map.of())) {
                if (metered || !charge.kind().isUsage()) {
                    amounts.add(charge.amount());
                }
            }
            if (exists && !metered) {
                for (ComputedCharge charge : expected.getOrDefault(line.line().value(), List.of())) {
                    amounts.add(charge.amount());
                    expectedUse = expectedUse.plus(charge.amount());
                }
            }
            int at = month.getMonthValue() - 1;
            months[at] = months[at].plus(Money.sum(amounts));
        }
    }
}
