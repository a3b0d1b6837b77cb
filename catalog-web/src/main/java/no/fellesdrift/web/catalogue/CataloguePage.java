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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.agreement.OurPrice;
import no.fellesdrift.agreement.OurPriceDesk;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.Facets;
import no.fellesdrift.catalogue.Lifecycle;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.catalogue.ServiceFilter;
import no.fellesdrift.catalogue.ServiceView;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.sla.PromiseDesk;
import no.fellesdrift.sla.PromiseView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Language;
import no.fellesdrift.web.frame.Texts;

/**
 * The catalogue's list. Everything that narrows it stands in the address; a page of it asks a fixed number of times,
 * however many cards it shows.
 */
@Named
@RequestScoped
public class CataloguePage {

    private static final int SIZE = 10;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    OfferingDesk offeringDesk;

    @Inject
    OurPriceDesk ourPrices;

    @Inject
    PriceDesk prices;

    @Inject
    AgreementDesk agreements;

    @Inject
    PromiseDesk promises;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    @Inject
    Language language;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    CatalogueWords words;

    /** One service of the list. Absent tags are null. */
    public record Card(
            String code,
            String name,
            String summary,
            boolean mandatory,
            boolean deprecated,
            boolean planned,
            String has,
            boolean notInAgreement,
            LocalDate newPrice,
            String price,
            String priceUnit,
            String level,
            String leadTime,
            String deliverer) {}

    /** A choice beside the list; {@code value} is empty for all. */
    public record Choice(String value, String name, long count, boolean chosen) {}

    private final Parameters asked = new Parameters();
    private Paged<ServiceView> found;
    private Facets facets;
    private List<Card> cards;
    private Set<ServiceCode> ours;
    private Set<ServiceCode> changing;

    /** The address's parameters as they were read. */
    private static final class Parameters {
        private String text = "";
        private String category = "";
        private String deliverer = "";
        private boolean mandatory;
        private boolean ours;
        private boolean change;
        private LocalDate on;
        private int page;
        private String sort = "";
    }

    @PostConstruct
    void open() {
        LocalDate today = LocalDate.now(clock.withZone(PriceDesk.BILLING_ZONE));
        asked.text = text("q");
        asked.category = text("category");
        asked.deliverer = OrgNumber.isValid(text("by")) ? text("by") : "";
        asked.mandatory = !text("mandatory").isEmpty();
        asked.ours = !text("ours").isEmpty();
        asked.change = !text("change").isEmpty();
        asked.on = Dates.read(text("on")).orElse(today);
        asked.page = text("page").matches("\\d{1,6}") ? Integer.parseInt(text("page")) : 0;
        asked.sort = List.of("name", "-name").contains(text("sort")) ? text("sort") : "";
        OrgNumber agency = caller.get().organisation();
        List<PriceView> coming = prices.coming(asked.on).stream()
                .filter(price ->
                        price.announcedOn() == null || !price.announcedOn().isAfter(today))
                .toList();
        List<OfferingView> all = offeringDesk.offerings();
        Map<OfferingCode, ServiceCode> services =
                all.stream().collect(Collectors.toMap(OfferingView::code, OfferingView::service));
        changing = coming.stream()
                .map(price -> services.get(price.offering()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        ours = agreements.linesOf(agency).stream()
                .filter(line -> line.on(asked.on).isPresent())
                .map(LineView::service)
                .collect(Collectors.toSet());
        ServiceFilter filter = filter();
        found = catalogue.services(
                filter, new PageRequest(asked.page, SIZE, asked.sort.isEmpty() ? List.of() : List.of(asked.sort)));
        facets = catalogue.facets(filter);
        List<OfferingView> offered = found.items().stream()
                .flatMap(service -> service.offerings().stream())
                .toList();
        Map<OfferingCode, OurPrice> priced =
                ourPrices.pricesOn(offered.stream().map(OfferingView::code).toList(), asked.on, agency);
        Set<OfferingCode> orderable = agreements.orderable(agency, offered, asked.on);
        Map<String, List<PromiseView>> promised = promises
                .promises(
                        offered.stream().map(OfferingView::serviceLevelPackage).collect(Collectors.toSet()), asked.on)
                .stream()
                .collect(Collectors.groupingBy(PromiseView::servicePackage));
        cards = found.items().stream()
                .map(service -> card(service, priced, orderable, promised, coming))
                .toList();
    }

    /** What the address narrows the list to. */
    ServiceFilter filter() {
        Set<ServiceCode> only = new HashSet<>(asked.ours ? ours : changing);
        if (asked.ours && asked.change) {
            only.retainAll(changing);
        }
        return new ServiceFilter(
                asked.text,
                language.code(),
                Optional.of(asked.category).filter(one -> !one.isEmpty()),
                Optional.empty(),
                Optional.of(asked.deliverer).filter(one -> !one.isEmpty()).map(OrgNumber::of),
                asked.mandatory,
                asked.ours || asked.change ? Optional.of(only) : Optional.empty());
    }

    private Card card(
            ServiceView service,
            Map<OfferingCode, OurPrice> priced,
            Set<OfferingCode> orderable,
            Map<String, List<PromiseView>> promised,
            List<PriceView> coming) {
        List<OurPrice> its = service.offerings().stream()
                .map(offering -> priced.get(offering.code()))
                .toList();
        BigDecimal has = its.stream().map(OurPrice::has).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean haveIt = its.stream().anyMatch(price -> price.line().isPresent());
        OfferingView first =
                service.offerings().isEmpty() ? null : service.offerings().get(0);
        LocalDate newPrice = coming.stream()
                .filter(price ->
                        service.offerings().stream().anyMatch(one -> one.code().equals(price.offering())))
                .map(price -> price.valid().start())
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Card(
                service.code().value(),
                t.in(service.name()),
                t.in(service.summary()),
                service.mandatory(),
                service.lifecycle() == Lifecycle.DEPRECATED,
                service.lifecycle() == Lifecycle.PLANNED || service.lifecycle() == Lifecycle.PROPOSED,
                haveIt ? t.of("catalogue.have", f.number(has)) : null,
                !haveIt
                        && !service.offerings().isEmpty()
                        && service.offerings().stream().noneMatch(one -> orderable.contains(one.code())),
                newPrice,
                price(its),
                first == null ? "" : priceUnit(its, service),
                first == null ? "" : words.shortLevel(promised.getOrDefault(first.serviceLevelPackage(), List.of())),
                leadTime(service),
                service.upstream() ? t.of("catalogue.through", service.delivererName()) : service.delivererName());
    }

    private static Stream<OurPrice> recurring(List<OurPrice> its) {
        return its.stream().filter(price -> price.perUnitAndMonth().signum() > 0);
    }

    private String price(List<OurPrice> its) {
        List<Share> monthly =
                recurring(its).map(OurPrice::perUnitAndMonth).sorted().toList();
        if (!monthly.isEmpty()) {
            return words.monthly(monthly.get(0), !monthly.get(0).equals(monthly.get(monthly.size() - 1)));
        }
        return its.stream()
                        .flatMap(price -> price.components().stream())
                        .map(ComponentPrice::list)
                        .anyMatch(list -> list.kind().usage())
                ? t.get("catalogue.price.by-use")
                : t.get("catalogue.price.none");
    }

    private String priceUnit(List<OurPrice> its, ServiceView service) {
        return recurring(its)
                .min((a, b) -> a.perUnitAndMonth().compareTo(b.perUnitAndMonth()))
                .flatMap(cheapest -> service.offerings().stream()
                        .filter(one -> one.code().equals(cheapest.offering()))
                        .findFirst())
                .map(offering -> t.of("catalogue.price.unit", t.in(offering.unit())))
                .orElse("");
    }

    private String leadTime(ServiceView service) {
        int shortest = service.offerings().stream()
                .mapToInt(OfferingView::leadTimeWorkingDays)
                .min()
                .orElse(0);
        int longest = service.offerings().stream()
                .mapToInt(OfferingView::leadTimeWorkingDays)
                .max()
                .orElse(0);
        return shortest == longest
                ? t.of("catalogue.days", shortest)
                : t.of("catalogue.days.between", shortest, longest);
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public List<Card> getCards() {
        return cards;
    }

    public Paged<ServiceView> getFound() {
        return found;
    }

    public List<Choice> getCategories() {
        long all = facets.categories().stream()
                .mapToLong(Facets.CategoryCount::count)
                .sum();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", t.get("catalogue.all"), all, asked.category.isEmpty()));
        facets.categories()
                .forEach(one -> choices.add(new Choice(
                        one.code(), t.in(one.name()), one.count(), one.code().equals(asked.category))));
        return choices;
    }

    public List<Choice> getDeliverers() {
        long all = facets.deliverers().stream()
                .mapToLong(Facets.DelivererCount::count)
                .sum();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", t.get("catalogue.all"), all, asked.deliverer.isEmpty()));
        facets.deliverers()
                .forEach(one -> choices.add(new Choice(
                        one.orgnr().digits(),
                        one.name(),
                        one.count(),
                        one.orgnr().digits().equals(asked.deliverer))));
        return choices;
    }

    public long getMandatoryCount() {
        return facets.mandatory();
    }

    public int getOursCount() {
        return ours.size();
    }

    public int getChangingCount() {
        return changing.size();
    }

    public String getText() {
        return asked.text;
    }

    public String getCategory() {
        return asked.category;
    }

    public String getDeliverer() {
        return asked.deliverer;
    }

    public LocalDate getOn() {
        return asked.on;
    }

    public String getSort() {
        return asked.sort;
    }

    public boolean isMandatory() {
        return asked.mandatory;
    }

    public boolean isOurs() {
        return asked.ours;
    }

    public boolean isChange() {
        return asked.change;
    }

    public boolean isNarrowed() {
        return !asked.text.isEmpty()
                || !asked.category.isEmpty()
                || !asked.deliverer.isEmpty()
                || asked.mandatory
                || asked.ours
                || asked.change;
    }
}
