package no.fellesdrift.web.catalogue;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Share;
import no.fellesdrift.kernel.UnitPrice;
import no.fellesdrift.price.ComponentPrice;
import no.fellesdrift.price.IncludedBasis;
import no.fellesdrift.price.OneOffEvent;
import no.fellesdrift.price.PriceKind;
import no.fellesdrift.price.PriceView;
import no.fellesdrift.sla.PromiseView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** Prices and promises as sentences. */
@Named
@RequestScoped
public class CatalogueWords {

    @Inject
    Texts t;

    @Inject
    Format f;

    /** One line of what is promised. */
    public record Promise(String about, String sentence) {}

    /** What a component costs, tiers and all: one sentence or more. */
    public List<String> price(ComponentPrice price, OfferingView offering) {
        PriceView list = price.list();
        String unit = t.in(offering.unit());
        List<String> words = new ArrayList<>();
        if (list.kind().tiered()) {
            words.addAll(tiers(price));
        } else {
            words.add(t.of(
                    "price.per." + list.kind(),
                    money(price.unitPrice()),
                    list.kind().usage() ? meter(list) : unit));
        }
        if (list.kind() == PriceKind.ONE_OFF) {
            words.add(
                    t.get(list.oneOffEvent() == OneOffEvent.NEW ? "price.event.NEW" : "price.event.NEW_AND_INCREASE"));
        }
        if (list.includedQuantity() != null && list.includedQuantity().signum() > 0) {
            words.add(t.of(
                    list.includedBasis() == IncludedBasis.PER_UNIT
                            ? "price.included.PER_UNIT"
                            : "price.included.PER_LINE",
                    f.number(list.includedQuantity()),
                    meter(list),
                    unit));
        }
        if (list.minimumAmount() != null) {
            words.add(t.of(
                    list.minimumWhenUnused() ? "price.minimum.always" : "price.minimum.used",
                    f.money(list.minimumAmount())));
        }
        if (price.negotiated().isPresent()) {
            words.add(
                    list.unitPrice() == null
                            ? t.get("price.negotiated.tiers")
                            : t.of("price.negotiated.instead", f.money(list.unitPrice())));
        }
        return words;
    }

    private List<String> tiers(ComponentPrice price) {
        List<String> words = new ArrayList<>();
        String meter = meter(price.list());
        words.add(t.get("price.tiers." + price.list().kind()));
        for (PriceView.Tier tier : price.list().tiers()) {
            String each = money(price.effective(tier.unitPrice()));
            if (tier.from().signum() == 0) {
                words.add(t.of("price.tier.first", each, meter, f.number(tier.to())));
            } else if (tier.to() == null) {
                words.add(t.of("price.tier.last", each, meter, f.number(tier.from())));
            } else {
                words.add(t.of("price.tier.middle", each, meter, f.number(tier.from()), f.number(tier.to())));
            }
        }
        return words;
    }

    /** Two decimals, four when the price has them. */
    String money(Share exact) {
        return f.money(new UnitPrice(exact.round(4, RoundingMode.HALF_UP)));
    }

    private String meter(PriceView price) {
        String key = "price.meter." + price.meter();
        return t.containsKey(key) ? t.get(key) : price.meter();
    }

    /** {@code BASE} in words, or the code itself where nobody has given it any. */
    public String component(String code) {
        String key = "price.component." + code;
        return t.containsKey(key) ? t.get(key) : code;
    }

    /** The calendar's opening hours in words, or its code. */
    private String calendar(String code) {
        String key = "catalogue.calendar." + code;
        return t.containsKey(key) ? t.get(key) : code;
    }

    /** Availability in a few words for a card; a dash when it is not promised. */
    public String shortLevel(List<PromiseView> promises) {
        return promises.stream()
                .filter(one -> one.measure().equals("AVAILABILITY"))
                .findFirst()
                .map(one -> t.of("catalogue.level.short", percent(one), calendar(one.calendar())))
                .orElseGet(() -> t.get("catalogue.level.none"));
    }

    public List<Promise> promises(List<PromiseView> promises, int leadTime) {
        return promises.stream()
                .map(one -> new Promise(about(one), sentence(one, leadTime)))
                .toList();
    }

    private String about(PromiseView promise) {
        String measure = t.get("catalogue.measure." + promise.measure());
        return promise.priority() == null ? measure : t.of("catalogue.measure.priority", measure, promise.priority());
    }

    private String sentence(PromiseView promise, int leadTime) {
        String within;
        if (promise.measure().equals("AVAILABILITY")) {
            within = t.of("catalogue.promise.available", percent(promise), calendar(promise.calendar()));
        } else if ("OFFERING".equals(promise.thresholdWorkingDays())) {
            within = t.of("catalogue.promise.lead-time", leadTime, percent(promise));
        } else if (promise.thresholdWorkingDays() != null) {
            within = t.of(
                    "catalogue.promise.days",
                    f.number(new BigDecimal(promise.thresholdWorkingDays())),
                    percent(promise));
        } else {
            within = t.of(
                    "catalogue.promise.within",
                    f.duration(promise.thresholdSeconds()),
                    percent(promise),
                    calendar(promise.calendar()));
        }
        return promise.credit() ? within + " " + t.get("catalogue.promise.credit") : within;
    }

    private String percent(PromiseView promise) {
        BigDecimal target = promise.targetPercent().stripTrailingZeros();
        return f.percent(target, Math.max(0, target.scale()));
    }

    /** The recurring price of a card: {@code from 585,00 kr}; empty when there is none. */
    String monthly(Share perUnit, boolean from) {
        String amount = f.money(Money.rounded(perUnit));
        return from ? t.of("catalogue.price.from", amount) : amount;
    }
}
