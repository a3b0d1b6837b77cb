package no.fellesdrift.budget;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementNumber;
import no.fellesdrift.agreement.LineChange;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.NegotiatedTerm;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceView;

/** What is set aside, what is bound, and what an order would do to it. */
@Stateless
public class BudgetDesk {

    @Inject
    Budgets budgets;

    @Inject
    AgreementDesk agreements;

    @Inject
    OurPriceDesk ourPrices;

    @Inject
    PriceDesk prices;

    @Inject
    OfferingDesk offerings;

    @Inject
    CurrentCaller caller;

    /**
     * Every service of the year that the agency has a budget for or a line of, by service.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public List<BudgetView> budgets(OrgNumber agency, int year) {
        List<LineView> lines = linesIn(agency, Commitment.year(year));
        List<Budgets.Amount> amounts = budgets.of(agency, year);
        Map<ServiceCode, Money> bound = bound(agency, lines, year);
        Set<ServiceCode> services = new TreeSet<>(bound.keySet());
        amounts.forEach(amount -> services.add(amount.service()));
        return services.stream()
                .map(service -> view(agency, service, year, amounts, bound.getOrDefault(service, Money.ZERO)))
                .toList();
    }

    /**
     * What is set aside for the year, as it was set.
     *
     * @param agency absent for all that the caller may see
     * @throws Rejection BUDGET_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public List<BudgetAmount> amounts(int year, Optional<OrgNumber> agency) {
        return budgets.amounts(year, caller.get().agencyFilter(agency, BudgetReason.BUDGET_NOT_FOUND));
    }

    /**
     * One service's budget; without amounts when none was set.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public BudgetView budget(OrgNumber agency, ServiceCode service, int year) {
        List<LineView> lines = linesIn(agency, Commitment.year(year)).stream()
                .filter(line -> line.service().equals(service))
                .toList();
        return view(
                agency,
                service,
                year,
                budgets.of(agency, year),
                bound(agency, lines, year).getOrDefault(service, Money.ZERO));
    }

    /**
     * What an order would do to the budget of the year in which it is to be delivered.
     *
     * @param quantity the units the order concerns; not looked at when a line ends
     * @param from the day the units would come or go
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's; OFFERING_NOT_FOUND
     */
    @RolesAllowed(Roles.USER)
    public BudgetEffect effect(
            OrgNumber agency, OfferingCode offering, LineChange change, BigDecimal quantity, LocalDate from) {
        OfferingView offered = offerings.offering(offering);
        BudgetView budget = budget(agency, offered.service(), from.getYear());
        OurPrice price = ourPrices.priceOn(offering, from, agency);
        DateRange rest = new DateRange(from, LocalDate.of(from.getYear() + 1, 1, 1));
        BigDecimal units = switch (change) {
            case NEW, INCREASE -> quantity;
            case DECREASE -> quantity.negate();
            case END -> price.has().negate();
            case REPLACEMENT -> BigDecimal.ZERO;
        };
        Money once = Money.ZERO;
        if (units.signum() > 0) {
            for (ComponentPrice component : price.components()) {
                once = once.plus(component.oneOff(units, change == LineChange.NEW));
            }
        }
        LineView line = price.line()
                .filter(existing -> change != LineChange.NEW)
                .orElseGet(() -> unborn(agency, offered, rest));
        Commitment commitment = new Commitment(prices.versions(List.of(offering)), ourPrices.termsOf(agency));
        return new BudgetEffect(budget, once.plus(commitment.ofAdded(line, units, rest)));
    }

    private static LineView unborn(OrgNumber agency, OfferingView offering, DateRange days) {
        return new LineView(
                LineNumber.of("new"),
                AgreementNumber.of("new"),
                agency,
                offering.code(),
                offering.name(),
                offering.unit(),
                offering.service(),
                offering.serviceName(),
                false,
                offering.serviceLevelPackage(),
                offering.name(),
                "",
                List.of(new LineView.Row(1, BigDecimal.ZERO, days, null)));
    }

    private List<LineView> linesIn(OrgNumber agency, DateRange days) {
        return agreements.linesOf(agency).stream()
                .filter(line -> line.rows().stream().anyMatch(row -> row.valid().overlaps(days)))
                .toList();
    }

    private Map<ServiceCode, Money> bound(OrgNumber agency, List<LineView> lines, int year) {
        List<PriceView> versions = prices.versions(
                lines.stream().map(LineView::offering).distinct().toList());
        List<NegotiatedTerm> terms = ourPrices.termsOf(agency);
        Commitment commitment = new Commitment(versions, terms);
        return lines.stream()
                .collect(Collectors.toMap(
                        LineView::service, line -> commitment.of(line, Commitment.year(year)), Money::plus));
    }

    private static BudgetView view(
            OrgNumber agency, ServiceCode service, int year, List<Budgets.Amount> amounts, Money bound) {
        return new BudgetView(
                agency, service, year, amount(amounts, service, true), amount(amounts, service, false), bound);
    }

    private static Optional<Money> amount(List<Budgets.Amount> amounts, ServiceCode service, boolean adopted) {
        return amounts.stream()
                .filter(amount -> amount.service().equals(service) && amount.adopted() == adopted)
                .map(Budgets.Amount::amount)
                .findFirst();
    }
}
