package no.fellesdrift.agreement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.PriceDesk;

/** Agreements to read, what they allow, and what a delivery does to their lines. */
@Stateless
public class AgreementDesk {

    @Inject
    Agreements agreements;

    @Inject
    AgreementLines lines;

    @Inject
    OfferingDesk offerings;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** The newest version of each agreement the caller may see; without their lines. */
    @RolesAllowed(Roles.USER)
    public Paged<AgreementView> agreements(AgreementFilter filter, PageRequest page) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(filter.agency(), AgreementReason.AGREEMENT_NOT_FOUND);
        return agreements.page(filter, agency, page);
    }

    /** Hands out the same one by one, for a file. @throws Rejection AGREEMENT_NOT_FOUND before the first, for another's */
    @RolesAllowed(Roles.USER)
    public void forEach(AgreementFilter filter, List<String> sort, Consumer<AgreementView> each) {
        Optional<OrgNumber> agency = caller.get().agencyFilter(filter.agency(), AgreementReason.AGREEMENT_NOT_FOUND);
        agreements.forEach(filter, agency, sort, each);
    }

    /** The same with their lines. */
    @RolesAllowed(Roles.USER)
    public Paged<AgreementView> agreementsWithLines(AgreementFilter filter, PageRequest page) {
        Paged<AgreementView> found = agreements(filter, page);
        Map<AgreementNumber, List<LineView>> its =
                agreements
                        .linesOfAll(found.items().stream()
                                .map(AgreementView::number)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(LineView::agreement));
        return found.map(agreement -> agreement.with(its.getOrDefault(agreement.number(), List.of())));
    }

    /** The version in force today, or the newest when none is, with its lines. @throws Rejection AGREEMENT_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public AgreementView agreement(AgreementNumber number) {
        return agreements.visible(number, today(), caller.get()).with(agreements.linesOf(number));
    }

    /** Every version, newest first, without lines. @throws Rejection AGREEMENT_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public List<AgreementView> versions(AgreementNumber number) {
        return agreements.versions(number, caller.get());
    }

    /** @throws Rejection AGREEMENT_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public List<AgreementView.Objective> objectives(AgreementNumber number) {
        agreements.versions(number, caller.get());
        return agreements.objectives(number);
    }

    /** Who does what for some services, by service. The same for every agency. */
    @RolesAllowed(Roles.USER)
    public List<ResponsibilityView> responsibilities(Collection<ServiceCode> services) {
        return agreements.responsibilities(services);
    }

    /** @throws Rejection LINE_NOT_FOUND, also when it is another agency's */
    @RolesAllowed(Roles.USER)
    public LineView line(LineNumber number) {
        LineView line =
                agreements.line(number).orElseThrow(() -> new Rejection(AgreementReason.LINE_NOT_FOUND, number));
        caller.get().mustSee(line.agency(), AgreementReason.LINE_NOT_FOUND, number);
        return line;
    }

    /** What an agency has, had and will have; nothing from drafts. @throws Rejection AGREEMENT_NOT_FOUND */
    @RolesAllowed(Roles.USER)
    public List<LineView> linesOf(OrgNumber agency) {
        caller.get().mustSee(agency, AgreementReason.AGREEMENT_NOT_FOUND, agency);
        return agreements.linesOf(agency);
    }

    /** The agreements an agency can order under on a date; platform agreements first. */
    @RolesAllowed(Roles.USER)
    public List<AgreementView> inForce(OrgNumber agency, LocalDate on) {
        caller.get().mustSee(agency, AgreementReason.AGREEMENT_NOT_FOUND, agency);
        return agreements.inForce(agency, on);
    }

    /**
     * The line that an order of an offering adds to when it does not say: the one that exists on the date, or else is
     * agreed to begin after it.
     */
    @RolesAllowed(Roles.USER)
    public Optional<LineView> openLine(AgreementNumber agreement, OfferingCode offering, LocalDate on) {
        AgreementView of = agreements.visible(agreement, on, caller.get());
        List<LineView> candidates = agreements.linesOf(of.agency(), List.of(offering)).stream()
                .filter(line -> line.agreement().equals(agreement))
                .toList();
        return candidates.stream()
                .filter(line -> line.on(on).isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(line -> line.valid().start().isAfter(on))
                        .findFirst());
    }

    /** Whether an agreement in force gives its agency an offering; the rule stands in docs/decisions. */
    @RolesAllowed(Roles.USER)
    public boolean allows(AgreementNumber agreement, OfferingCode offering, LocalDate on) {
        AgreementView of = agreements.visible(agreement, on, caller.get());
        return of.covers(on) && offerings.offering(offering).canBeOrdered() && gives(of, offering);
    }

    /**
     * Which of some offerings an agency may order on a date under any agreement in force.
     *
     * @throws Rejection AGREEMENT_NOT_FOUND, when the agency is another's
     */
    @RolesAllowed(Roles.USER)
    public Set<OfferingCode> orderable(OrgNumber agency, Collection<OfferingView> offered, LocalDate on) {
        List<AgreementView> inForce = inForce(agency, on);
        boolean platform = inForce.stream().anyMatch(one -> one.type() == AgreementType.PLATFORM);
        List<AgreementNumber> numbers =
                inForce.stream().map(AgreementView::number).toList();
        Set<OfferingCode> had = platform || offered.isEmpty()
                ? Set.of()
                : agreements
                        .linesOf(
                                agency, offered.stream().map(OfferingView::code).toList())
                        .stream()
                        .filter(line -> numbers.contains(line.agreement()))
                        .map(LineView::offering)
                        .collect(Collectors.toSet());
        return offered.stream()
                .filter(OfferingView::canBeOrdered)
                .map(OfferingView::code)
                .filter(code -> platform || had.contains(code))
                .collect(Collectors.toSet());
    }

    /**
     * Refuses an order that the agreement does not allow.
     *
     * @return the agreement version in force
     * @throws Rejection AGREEMENT_NOT_FOUND, also when it is another agency's; NOT_COVERED, when it is not in force on
     *     the date; NOT_ORDERABLE or OFFERING_NOT_FOUND by the catalogue; NOT_ELIGIBLE
     */
    @RolesAllowed(Roles.USER)
    public AgreementView mustAllow(AgreementNumber agreement, OfferingCode offering, LocalDate on) {
        AgreementView of = covering(agreement, on);
        offerings.orderable(offering);
        if (!gives(of, offering)) {
            throw new Rejection(AgreementReason.NOT_ELIGIBLE, agreement, offering);
        }
        return of;
    }

    /**
     * What a delivery does to an agreement, in the same transaction as the order's own step. Days before the date keep
     * their quantity.
     *
     * @param line the line concerned; absent for a new one, which then gets the agency's next number
     * @param quantity the units the order concerns, above zero; not looked at when a line ends
     * @param on the local date of delivery. A new line that was agreed beforehand from a later date keeps that date
     * @return the line as it now stands
     * @throws Rejection AGREEMENT_NOT_FOUND, LINE_NOT_FOUND, NOT_COVERED, WRONG_LINE, LINE_MISSING, LINE_NOT_OPEN,
     *     LINE_BEGINS_THEN, FEWER_THAN_NOTHING, QUANTITY_NOT_POSITIVE
     */
    @RolesAllowed(Roles.ORDER_DESK)
    public LineView applyDelivery(
            Optional<LineNumber> line,
            AgreementNumber agreement,
            OfferingCode offering,
            LineChange change,
            BigDecimal quantity,
            LocalDate on,
            OrderNumber order) {
        if (change != LineChange.END && (quantity == null || quantity.signum() <= 0)) {
            throw new Rejection(AgreementReason.QUANTITY_NOT_POSITIVE, quantity);
        }
        if (line.isEmpty() && change != LineChange.NEW) {
            throw new Rejection(AgreementReason.LINE_MISSING, change, offering);
        }
        boolean ahead = line.isPresent() && change == LineChange.NEW;
        AgreementView of = ahead ? agreements.visible(agreement, on, caller.get()) : covering(agreement, on);
        AgreementLine changed;
        LineTimeline timeline;
        if (line.isEmpty()) {
            OfferingView offered = offerings.offering(offering);
            changed = new AgreementLine(
                    lines.nextNumber(of.agency()), agreement, of.agency(), offering, offered.serviceLevelPackage());
            lines.add(changed);
            timeline = new LineTimeline(changed.line(), List.of());
        } else {
            changed = lines.locked(line.get());
            if (!changed.agreement().equals(agreement) || !changed.offering().equals(offering)) {
                throw new Rejection(AgreementReason.WRONG_LINE, line.get(), agreement, offering);
            }
            timeline = lines.timeline(changed.line());
        }
        BigDecimal before = timeline.on(on).map(LineRow::quantity).orElse(BigDecimal.ZERO);
        switch (change) {
            case NEW -> {
                if (ahead) {
                    timeline.deliveredAhead(on);
                } else {
                    timeline.begin(quantity, new DateRange(on, of.valid().end()), order);
                }
            }
            case INCREASE -> timeline.add(quantity, on, order);
            case DECREASE -> timeline.add(quantity.negate(), on, order);
            case END -> timeline.end(on);
            case REPLACEMENT -> {
                if (timeline.on(on).isEmpty()) {
                    throw new Rejection(AgreementReason.LINE_NOT_OPEN, changed.line(), on);
                }
            }
        }
        lines.keep(changed, timeline);
        BigDecimal after = timeline.on(on).map(LineRow::quantity).orElse(BigDecimal.ZERO);
        happened.fire(new Happened(
                "agreement." + change.name().toLowerCase(Locale.ROOT),
                "AgreementLine",
                changed.line().value(),
                changed.agency(),
                plain(before),
                plain(after),
                order + ", " + on));
        return agreements.line(changed.line()).orElseThrow();
    }

    private AgreementView covering(AgreementNumber agreement, LocalDate on) {
        AgreementView of = agreements.visible(agreement, on, caller.get());
        if (!of.covers(on)) {
            throw new Rejection(AgreementReason.NOT_COVERED, agreement, on);
        }
        return of;
    }

    private boolean gives(AgreementView agreement, OfferingCode offering) {
        return agreement.type() == AgreementType.PLATFORM || agreements.hasLine(agreement.number(), offering);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PriceDesk.BILLING_ZONE);
    }
}
