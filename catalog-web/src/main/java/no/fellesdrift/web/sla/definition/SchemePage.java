package no.fellesdrift.web.sla.definition;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.sla.definition.CreditExample;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.CreditSchemeView;
import no.fellesdrift.sla.definition.LevelVersionView;

/** One credit scheme: its rules, what they give in kroner, the levels that have it, and its versions. */
@Named
@RequestScoped
public class SchemePage {

    private static final String USUAL = "10000";

    @Inject
    CreditSchemeDesk desk;

    @Inject
    SchemeWords words;

    @Inject
    HttpServletRequest request;

    private List<CreditSchemeView> versions;
    private CreditSchemeView shown;
    private LocalDate today;
    private String typed;
    private Optional<BigDecimal> base;

    @PostConstruct
    void open() {
        versions =
                desk.versions(Optional.ofNullable(request.getParameter("code")).orElse(""));
        today = desk.today();
        String number = request.getParameter("version");
        shown = versions.stream()
                .filter(version -> String.valueOf(version.version()).equals(number))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(version -> version.holds(today))
                        .findFirst())
                .orElseGet(() -> versions.get(versions.size() - 1));
        typed = Optional.ofNullable(request.getParameter("base")).orElse(USUAL).strip();
        base = TypedFields.number(typed, false)
                .filter(amount -> amount.signum() >= 0 && amount.compareTo(new BigDecimal("1000000000")) <= 0);
    }

    public List<CreditSchemeView> getVersions() {
        return versions;
    }

    /** The version asked for; the one in force today when none is. */
    public CreditSchemeView getShown() {
        return shown;
    }

    /** What the line costs a month, as it was typed. */
    public String getBase() {
        return typed;
    }

    public boolean isUnreadable() {
        return base.isEmpty();
    }

    /** What the version gives in cases that are made up, a sentence each; none when the price cannot be read. */
    public List<String> getExamples() {
        if (base.isEmpty()) {
            return List.of();
        }
        Money price = new Money(base.get().setScale(2, RoundingMode.HALF_UP));
        List<CreditExample> examples = desk.examples(shown, price);
        return examples.stream()
                .map(example -> words.example(example, shown, price))
                .toList();
    }

    public List<LevelVersionView> getLevels() {
        return desk.used(shown.code());
    }

    /** NOW, COMING or PAST. */
    public String state(CreditSchemeView version) {
        if (version.holds(today)) {
            return "NOW";
        }
        return version.validFrom() != null && version.validFrom().isAfter(today) ? "COMING" : "PAST";
    }
}
