package no.fellesdrift.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.CatalogueReason;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.PriceDesk;
import no.fellesdrift.price.PriceDraft;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** Announcing a coming price of an offering, with the prices so far beside it. */
@Named
@ViewScoped
public class NewPricePage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One version so far, in words. */
    public record Row(String component, List<String> words, LocalDate announced, LocalDate from, LocalDate to)
            implements Serializable {}

    /** A component that can get a new price: in tiers, when it has them now, otherwise one for all units. */
    public record Component(String code, String name, boolean tiered) implements Serializable {}

    @Inject
    OfferingDesk offerings;

    @Inject
    PriceDesk prices;

    @Inject
    HttpServletRequest request;

    @Inject
    CatalogueWords words;

    @Inject
    CatalogueDesk catalogue;

    @Inject
    CurrentCaller caller;

    @Inject
    Messages messages;

    @Inject
    Texts t;

    @Inject
    Format f;

    private String code;
    private String name;
    private String service;
    private String serviceName;
    private List<Row> rows;
    private List<Component> components;
    private List<String> priceIds;
    private String component;
    private BigDecimal unitPrice;
    private String tiers;
    private LocalDate from;

    @PostConstruct
    void open() {
        if (!caller.get().has(Role.CATALOGUE_MANAGER)) {
            throw new Rejection(CatalogueReason.ONLY_MANAGERS);
        }
        code = request.getParameter("offering");
        if (code == null || code.isBlank()) {
            throw new Rejection(CatalogueReason.OFFERING_NOT_FOUND, "");
        }
        OfferingView offering = offerings.offering(OfferingCode.of(code));
        name = t.in(offering.name());
        service = offering.service().value();
        serviceName = t.in(catalogue.service(offering.service()).name());
        List<PriceView> versions = prices.versions(List.of(offering.code()));
        rows = versions.stream()
                .map(price -> new Row(
                        words.component(price.component()),
                        words.price(ComponentPrice.listed(price), offering),
                        price.announcedOn(),
                        price.valid().start(),
                        price.valid().end() == null ? null : price.valid().lastDay()))
                .toList();
        priceIds = versions.stream().map(PriceView::priceId).toList();
        Map<String, Boolean> tiered = new LinkedHashMap<>();
        versions.forEach(price -> tiered.merge(price.component(), price.unitPrice() == null, Boolean::logicalOr));
        components = tiered.entrySet().stream()
                .map(one -> new Component(one.getKey(), words.component(one.getKey()), one.getValue()))
                .toList();
        String wanted = request.getParameter("component");
        component = tiered.containsKey(wanted)
                ? wanted
                : components.isEmpty() ? null : components.get(0).code();
    }

    public String save() {
        List<PriceView.Tier> typed = readTiers();
        if (typed == null) {
            return null;
        }
        prices.announce(new PriceDraft(
                OfferingCode.of(code),
                component,
                unitPrice == null ? null : new UnitPrice(unitPrice.setScale(4, RoundingMode.HALF_UP)),
                typed,
                from));
        messages.done("catalogue.new-price.saved", name, f.date(from));
        return "/catalogue/service.xhtml?faces-redirect=true&code=" + service;
    }

    /** Null when a line cannot be read; then the page says which. */
    private List<PriceView.Tier> readTiers() {
        List<PriceView.Tier> read = new ArrayList<>();
        for (String line : tiers == null ? new String[0] : tiers.strip().split("\\R", -1)) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.replace(" ", "").replace(',', '.').split(";", -1);
            try {
                read.add(new PriceView.Tier(
                        new BigDecimal(parts[0]),
                        parts[1].isEmpty() ? null : new BigDecimal(parts[1]),
                        UnitPrice.of(parts[2])));
            } catch (ArithmeticException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
                messages.error("catalogue.new-price.unreadable", line.strip());
                return null;
            }
        }
        return read;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public String getService() {
        return service;
    }

    public String getServiceName() {
        return serviceName;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Component> getComponents() {
        return components;
    }

    /** Of all versions so far. */
    public List<String> getPriceIds() {
        return priceIds;
    }

    public boolean isTiered() {
        return chosen().map(Component::tiered).orElse(false);
    }

    public String getComponentName() {
        return chosen().map(Component::name).orElse("");
    }

    private Optional<Component> chosen() {
        return components.stream().filter(one -> one.code().equals(component)).findFirst();
    }

    public String getComponent() {
        return component;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }

    public String getTiers() {
        return tiers;
    }

    public void setTiers(String tiers) {
        this.tiers = tiers;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
