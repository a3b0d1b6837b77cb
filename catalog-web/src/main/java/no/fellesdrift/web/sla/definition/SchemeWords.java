package no.fellesdrift.web.sla.definition;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.definition.CreditExample;
import no.fellesdrift.sla.definition.CreditSchemeView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What a credit scheme gives, in plain words. */
@Named
@RequestScoped
public class SchemeWords {

    @Inject
    Texts t;

    @Inject
    Format f;

    /** {@code 0,2 % av månedsprisen for hver påbegynte time, høyst 15 % i måneden}. */
    public String promise(CreditSchemeView version) {
        CreditScheme rules = version.rules();
        String unit = rules.unitSeconds() == 0 ? "" : unit(rules.unitSeconds());
        String given = switch (rules.kind()) {
            case TIERS ->
                t.of(
                        "sla.scheme.promise.TIERS",
                        percent(rules.tiers().stream()
                                .map(CreditScheme.Tier::creditPercent)
                                .max(BigDecimal::compareTo)
                                .orElse(BigDecimal.ZERO)));
            case FREE_TIME -> t.get("sla.scheme.promise.FREE_TIME");
            case FREE_TIME_PER_BREACH -> t.of("sla.scheme.promise.FREE_TIME_PER_BREACH", unit);
            case PERCENT_PER_UNIT -> t.of("sla.scheme.promise.PERCENT_PER_UNIT", percent(rules.perUnit()), unit);
            case AMOUNT_PER_UNIT -> t.of("sla.scheme.promise.AMOUNT_PER_UNIT", f.money(kroner(rules.perUnit())), unit);
        };
        return t.of("sla.scheme.promise.capped", given, percent(rules.capPercent()));
    }

    /** {@code fra 01.01.2027}. */
    public String valid(CreditSchemeView version) {
        if (version.validTo() == null) {
            return version.validFrom() == null
                    ? t.get("sla.scheme.always")
                    : t.of("sla.definition.from", f.date(version.validFrom()));
        }
        return version.validFrom() == null
                ? t.of("sla.scheme.until", f.date(version.validTo()))
                : t.of("sla.definition.between", f.date(version.validFrom()), f.date(version.validTo()));
    }

    /** {@code time}, {@code døgn}, or {@code 2 t 30 min}. */
    private String unit(long seconds) {
        if (seconds == 3_600) {
            return t.get("sla.scheme.unit.hour");
        }
        if (seconds == 86_400) {
            return t.get("sla.scheme.unit.day");
        }
        return t.of("sla.scheme.unit.other", f.duration(seconds));
    }

    /** Every rule in a sentence of its own. */
    public List<String> rules(CreditSchemeView version) {
        CreditScheme rules = version.rules();
        List<String> all = new ArrayList<>();
        List<CreditScheme.Tier> tiers = rules.tiers();
        for (int i = 0; i < tiers.size(); i++) {
            all.add(t.of(
                    i == 0 ? "sla.scheme.tier.best" : "sla.scheme.tier",
                    percent(tiers.get(i).atLeastPercent()),
                    percent(tiers.get(i).creditPercent()),
                    i == 0 ? "" : percent(tiers.get(i - 1).atLeastPercent())));
        }
        if (rules.kind() == CreditScheme.Kind.PERCENT_PER_UNIT || rules.kind() == CreditScheme.Kind.AMOUNT_PER_UNIT) {
            all.add(t.get("sla.scheme.rule.begun"));
            all.add(t.get("sla.scheme.rule.late"));
        }
        all.add(t.get(
                rules.kind() == CreditScheme.Kind.AMOUNT_PER_UNIT
                        ? "sla.scheme.rule.kroner"
                        : rules.highestOnly() ? "sla.scheme.rule.highest" : "sla.scheme.rule.sum"));
        all.add(t.of("sla.scheme.rule.cap", percent(rules.capPercent())));
        cap(all, "sla.scheme.rule.cap-case", rules.capCasePercent());
        cap(all, "sla.scheme.rule.cap-service", rules.capServicePercent());
        cap(all, "sla.scheme.rule.cap-year", rules.capYearPercent());
        return all;
    }

    private void cap(List<String> all, String key, BigDecimal percent) {
        if (percent != null) {
            all.add(t.of(key, percent(percent)));
        }
    }

    /** {@code Oppnås 99,2 %, gis 10 % av 10 000,00 kr: 1 000,00 kr.} */
    public String example(CreditExample example, CreditSchemeView version, Money base) {
        String amount = f.money(example.amount());
        String given = switch (example.about()) {
            case "TIER" ->
                t.of(
                        "sla.scheme.example.TIER",
                        percent(example.achieved()),
                        percent(example.percent()),
                        f.money(base),
                        f.money(example.whole()));
            case "FREE_TIME" ->
                t.of(
                        "sla.scheme.example.FREE_TIME",
                        f.duration(example.seconds()),
                        f.money(base),
                        f.money(example.whole()));
            case "BREACH" ->
                t.of(
                        "sla.scheme.example.BREACH",
                        f.duration(example.seconds()),
                        f.money(base),
                        f.money(example.whole()));
            default -> late(example, version.rules(), base);
        };
        return example.isCapped() ? given + " " + t.of("sla.scheme.example.capped", amount) : given;
    }

    private String late(CreditExample example, CreditScheme rules, Money base) {
        long units = -Math.floorDiv(-example.seconds(), rules.unitSeconds());
        return example.percent() == null
                ? t.of(
                        "sla.scheme.example.LATE.kroner",
                        f.duration(example.seconds()),
                        units,
                        f.money(kroner(rules.perUnit())),
                        f.money(example.whole()))
                : t.of(
                        "sla.scheme.example.LATE.percent",
                        f.duration(example.seconds()),
                        units,
                        percent(rules.perUnit()),
                        percent(example.percent()),
                        f.money(base),
                        f.money(example.whole()));
    }

    private static Money kroner(BigDecimal amount) {
        return Money.of(amount.toPlainString());
    }

    private String percent(BigDecimal percent) {
        return f.percent(percent, Math.max(0, percent.stripTrailingZeros().scale()));
    }
}
