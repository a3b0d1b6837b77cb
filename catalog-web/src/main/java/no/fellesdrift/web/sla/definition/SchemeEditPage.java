package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.CreditScheme;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.CreditSchemeDraft;
import no.fellesdrift.sla.definition.CreditSchemeView;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Messages;

/** Makes a credit scheme, or the next version of one. The kind is chosen first; it says which fields there are. */
@Named
@ViewScoped
public class SchemeEditPage implements Serializable {

    @Inject
    transient CreditSchemeDesk desk;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    @Inject
    transient Format f;

    private String code;
    private String kind;
    private int newest;
    private String scheme;
    private LocalDate validFrom;
    private String combine = "SUM";
    private String tiers = "";
    private String unit = "";
    private BigDecimal perUnit;
    private BigDecimal capPercent = BigDecimal.valueOf(30);
    private BigDecimal capCasePercent;
    private BigDecimal capServicePercent;
    private BigDecimal capYearPercent;

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
        if (isSuccession()) {
            List<CreditSchemeView> versions = desk.versions(code);
            CreditSchemeView before = versions.get(versions.size() - 1);
            newest = before.version();
            kind = kind == null || kind.isBlank() ? before.rules().kind().name() : kind;
            take(before.rules());
        }
        if (kind == null || !getKinds().contains(kind)) {
            kind = null;
        }
    }

    private void take(CreditScheme rules) {
        combine = rules.highestOnly() ? "HIGHEST_ONLY" : "SUM";
        capPercent = rules.capPercent();
        capCasePercent = rules.capCasePercent();
        capServicePercent = rules.capServicePercent();
        capYearPercent = rules.capYearPercent();
        perUnit = rules.perUnit();
        unit = rules.unitSeconds() == 0 ? "" : f.duration(rules.unitSeconds());
        tiers = rules.tiers().stream()
                .map(tier -> f.number(tier.atLeastPercent()) + ": " + f.number(tier.creditPercent()))
                .collect(Collectors.joining("\n"));
    }

    public String save() {
        List<CreditSchemeDraft.Tier> read = new ArrayList<>();
        Long seconds = null;
        boolean wrong = false;
        if (isTiers()) {
            for (String line : tiers.lines()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList()) {
                String[] parts = line.split(":", 2);
                Optional<BigDecimal> bound = TypedFields.number(parts[0], true);
                Optional<BigDecimal> given = parts.length < 2 ? Optional.empty() : TypedFields.number(parts[1], true);
                if (bound.isEmpty() || given.isEmpty()) {
                    messages.wrong("form:tiers", "sla.definition.edit.unreadable", line);
                    wrong = true;
                } else {
                    read.add(new CreditSchemeDraft.Tier(bound.get(), given.get()));
                }
            }
        }
        if (isWithUnit()) {
            seconds = Durations.seconds(unit).orElse(null);
            if (seconds == null) {
                messages.wrong("form:unitSeconds", "sla.definition.edit.unreadable", unit);
                wrong = true;
            }
        }
        return wrong ? null : store(read, seconds);
    }

    private String store(List<CreditSchemeDraft.Tier> read, Long seconds) {
        CreditSchemeDraft draft = new CreditSchemeDraft(
                isSuccession() ? null : scheme,
                validFrom,
                kind,
                isPerAmount() ? "SUM" : combine,
                capPercent,
                isTiers() ? read : null,
                seconds,
                isPerUnitOfTime() ? perUnit : null,
                isPerPercent() ? capCasePercent : null,
                capServicePercent,
                capYearPercent);
        CreditSchemeView made;
        try {
            made = isSuccession() ? desk.succeed(code, draft, OptionalInt.of(newest)) : desk.create(draft);
        } catch (Rejection refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            refused.violations()
                    .forEach(violation -> messages.wrong(
                            "form:" + violation.path().replaceFirst("\\[.*", ""),
                            violation.key(),
                            violation.arguments().toArray()));
            return null;
        }
        messages.done("sla.definition.edit.done", made.code(), made.version());
        return "/levels/scheme.xhtml?faces-redirect=true&code=" + made.code() + "&version=" + made.version();
    }

    public List<String> getKinds() {
        return List.of("TIERS", "FREE_TIME", "FREE_TIME_PER_BREACH", "PERCENT_PER_UNIT", "AMOUNT_PER_UNIT");
    }

    public boolean isSuccession() {
        return code != null && !code.isBlank();
    }

    public boolean isChosen() {
        return kind != null;
    }

    public boolean isTiers() {
        return "TIERS".equals(kind);
    }

    public boolean isPerPercent() {
        return "PERCENT_PER_UNIT".equals(kind);
    }

    public boolean isPerAmount() {
        return "AMOUNT_PER_UNIT".equals(kind);
    }

    public boolean isPerUnitOfTime() {
        return isPerPercent() || isPerAmount();
    }

    public boolean isWithUnit() {
        return isPerUnitOfTime() || "FREE_TIME_PER_BREACH".equals(kind);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getScheme() {
        return scheme;
    }

    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public String getCombine() {
        return combine;
    }

    public void setCombine(String combine) {
        this.combine = combine;
    }

    public String getTierLines() {
        return tiers;
    }

    public void setTierLines(String tierLines) {
        tiers = tierLines;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public BigDecimal getPerUnit() {
        return perUnit;
    }

    public void setPerUnit(BigDecimal perUnit) {
        this.perUnit = perUnit;
    }

    public BigDecimal getCapPercent() {
        return capPercent;
    }

    public void setCapPercent(BigDecimal capPercent) {
        this.capPercent = capPercent;
    }

    public BigDecimal getCapCasePercent() {
        return capCasePercent;
    }

    public void setCapCasePercent(BigDecimal capCasePercent) {
        this.capCasePercent = capCasePercent;
    }

    public BigDecimal getCapServicePercent() {
        return capServicePercent;
    }

    public void setCapServicePercent(BigDecimal capServicePercent) {
        this.capServicePercent = capServicePercent;
    }

    public BigDecimal getCapYearPercent() {
        return capYearPercent;
    }

    public void setCapYearPercent(BigDecimal capYearPercent) {
        this.capYearPercent = capYearPercent;
    }
}
