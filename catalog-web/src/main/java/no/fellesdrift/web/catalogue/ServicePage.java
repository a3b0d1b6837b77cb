package no.fellesdrift.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.agreement.ResponsibilityView;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.CatalogueReason;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.catalogue.ServiceDetail;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.sla.PromiseDesk;
import no.fellesdrift.sla.PromiseView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** One service: its variants with our prices on a date, what is promised, who does what, and what it stands on. */
@Named
@RequestScoped
public class ServicePage {

    @Inject
    CatalogueDesk catalogue;

    @Inject
    OurPriceDesk ourPrices;

    @Inject
    PriceDesk prices;

    @Inject
    AgreementDesk agreements;

    @Inject
    PromiseDesk promiseDesk;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    CatalogueWords words;

    /** One priced component in words. */
    public record Part(String name, List<String> words) {}

    /**
     * One offering.
     *
     * @param comingFrom the next change of a price; absent when none is announced
     * @param difference what the change means for what the agency has, in twelve months; absent when it has none
     * @param whyNot why it cannot be ordered; empty when it can
     */
    public record Variant(
            String code,
            String name,
            List<Part> parts,
            LocalDate comingFrom,
            List<Part> coming,
            String has,
            Money perMonth,
            Money difference,
            int leadTime,
            boolean orderable,
            String whyNot) {}

    /** Letters of the matrix as words; empty lists mean no part in it. */
    public record Task(String name, List<String> provider, List<String> customer, List<String> upstream) {}

    /** What is promised for the variants named. */
    public record Level(String variants, List<CatalogueWords.Promise> promises) {}

    private ServiceDetail detail;
    private LocalDate on;
    private List<Variant> variants;
    private List<Task> tasks;
    private List<Level> levels;

    @PostConstruct
    void open() {
        String code = request.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new Rejection(CatalogueReason.SERVICE_NOT_FOUND, "");
        }
        LocalDate today = LocalDate.now(clock.withZone(PriceDesk.BILLING_ZONE));
        String wanted = request.getParameter("on");
        on = Dates.read(wanted == null ? "" : wanted).orElse(today);
        detail = catalogue.detail(ServiceCode.of(code));
        OrgNumber agency = caller.get().organisation();
        List<OfferingView> offered = service().offerings();
        List<OfferingCode> codes = offered.stream().map(OfferingView::code).toList();
        Map<OfferingCode, OurPrice> now = ourPrices.pricesOn(codes, on, agency);
        Map<OfferingCode, LocalDate> changes = prices.versions(codes).stream()
                .filter(price -> price.valid().start().isAfter(on))
                .filter(price ->
                        price.announcedOn() == null || !price.announcedOn().isAfter(today))
                .collect(Collectors.toMap(
                        PriceView::offering,
                        price -> price.valid().start(),
                        (one, other) -> one.isBefore(other) ? one : other));
        Map<LocalDate, Map<OfferingCode, OurPrice>> later = new HashMap<>();
        changes.values().forEach(date -> later.computeIfAbsent(date, d -> ourPrices.pricesOn(codes, d, agency)));
        Set<OfferingCode> orderable = agreements.orderable(agency, offered, on);
        variants = offered.stream()
                .map(offering -> variant(
                        offering,
                        now.get(offering.code()),
                        changes.get(offering.code()),
                        later,
                        orderable.contains(offering.code())))
                .toList();
        tasks = agreements.responsibilities(List.of(service().code())).stream()
                .map(this::task)
                .toList();
        levels = levels(offered);
    }

    private Variant variant(
            OfferingView offering,
            OurPrice price,
            LocalDate change,
            Map<LocalDate, Map<OfferingCode, OurPrice>> later,
            boolean orderable) {
        OurPrice then = change == null ? null : later.get(change).get(offering.code());
        BigDecimal has = price.has();
        boolean have = price.line().isPresent();
        return new Variant(
                offering.code().value(),
                t.in(offering.name()),
                parts(price, offering, price.components()),
                change,
                then == null
                        ? List.of()
                        : parts(
                                then,
                                offering,
                                then.components().stream()
                                        .filter(component ->
                                                component.list().valid().start().equals(change))
                                        .toList()),
                have ? f.units(has, t.in(offering.unit())) : "",
                have ? price.perMonth(has) : null,
                then == null || !have ? null : changed(then.perYear(has).minus(price.perYear(has))),
                offering.leadTimeWorkingDays(),
                orderable,
                orderable
                        ? ""
                        : offering.canBeOrdered()
                                ? t.get("catalogue.order.not-in-agreement")
                                : t.get("catalogue.order.not-orderable"));
    }

    /** A change of usage prices alone cannot be told in kroner beforehand. */
    private static Money changed(Money difference) {
        return difference.isZero() ? null : difference;
    }

    private List<Part> parts(OurPrice price, OfferingView offering, List<ComponentPrice> components) {
        return components.isEmpty() && price.components().isEmpty()
                ? List.of()
                : components.stream()
                        .map(component -> new Part(
                                words.component(component.list().component()), words.price(component, offering)))
                        .toList();
    }

    private Task task(ResponsibilityView one) {
        return new Task(t.in(one.name()), letters(one.provider()), letters(one.customer()), letters(one.upstream()));
    }

    private static List<String> letters(String all) {
        return all == null
                ? List.of()
                : all.chars().mapToObj(Character::toString).sorted().toList();
    }

    private List<Level> levels(List<OfferingView> offered) {
        Map<String, List<OfferingView>> packages = offered.stream()
                .collect(Collectors.groupingBy(
                        OfferingView::serviceLevelPackage, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<PromiseView>> promised = promiseDesk.promises(packages.keySet(), on).stream()
                .collect(Collectors.groupingBy(PromiseView::servicePackage));
        List<Level> all = new ArrayList<>();
        packages.forEach((code, its) -> {
            if (promised.containsKey(code)) {
                String named = its.stream().map(one -> t.in(one.name())).collect(Collectors.joining(", "));
                all.add(new Level(
                        packages.size() == 1 ? "" : named,
                        words.promises(promised.get(code), its.get(0).leadTimeWorkingDays())));
            }
        });
        return all;
    }

    private ServiceView service() {
        return detail.service();
    }

    public ServiceView getService() {
        return service();
    }

    public String getName() {
        return t.in(service().name());
    }

    public ServiceDetail getDetail() {
        return detail;
    }

    public LocalDate getOn() {
        return on;
    }

    public List<Variant> getVariants() {
        return variants;
    }

    public List<Task> getTasks() {
        return tasks;
    }

    public List<Level> getLevels() {
        return levels;
    }

    /** The earliest announced change; absent when there is none. */
    public LocalDate getComingFrom() {
        return variants.stream()
                .map(Variant::comingFrom)
                .filter(date -> date != null)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    public boolean isComing() {
        return getComingFrom() != null;
    }

    /** What all announced changes mean in twelve months for what the agency has; absent when it has none of it. */
    public Money getDifference() {
        List<Money> all = variants.stream()
                .map(Variant::difference)
                .filter(amount -> amount != null)
                .toList();
        return all.isEmpty() ? null : Money.sum(all);
    }

    /** What the agency pays a month in recurring prices; absent when it has none of it. */
    public Money getPerMonth() {
        List<Money> all = variants.stream()
                .map(Variant::perMonth)
                .filter(amount -> amount != null)
                .toList();
        return all.isEmpty() ? null : Money.sum(all);
    }

    public String getHas() {
        return variants.stream().map(Variant::has).filter(has -> !has.isEmpty()).collect(Collectors.joining(", "));
    }

    public String getLeadTime() {
        int shortest = variants.stream().mapToInt(Variant::leadTime).min().orElse(0);
        int longest = variants.stream().mapToInt(Variant::leadTime).max().orElse(0);
        return shortest == longest
                ? t.of("catalogue.days", shortest)
                : t.of("catalogue.days.between", shortest, longest);
    }

    public boolean isOrderer() {
        return caller.get().has(Role.ORDERER);
    }

    public boolean isManager() {
        return caller.get().has(Role.CATALOGUE_MANAGER);
    }
}
