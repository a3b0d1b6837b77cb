package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.definition.LevelDraft;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.web.frame.Messages;

/** Lets a new version of a level succeed the newest. */
@Named
@ViewScoped
public class LevelEditPage implements Serializable {

    @Inject
    transient PackageDesk desk;

    @Inject
    transient CalendarDesk calendars;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    private String level;
    private int newest;
    private String measure;
    private boolean inDays;
    private LocalDate validFrom;
    private Map<String, String> choices = new HashMap<>();

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        List<LevelVersionView> versions = desk.level(level == null ? "" : level);
        LevelVersionView before = versions.get(versions.size() - 1);
        newest = before.number();
        measure = before.measure();
        inDays = before.thresholdWorkingDays() != null;
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
        choices.putAll(before.choices());
        choices.replaceAll((column, value) ->
                column.endsWith("_percent") || column.equals("threshold_value") ? value.replace('.', ',') : value);
    }

    public String save() {
        Map<String, Object> asked = new HashMap<>();
        choices.forEach((column, value) -> asked.put(
                LevelVersionView.name(column),
                value == null || value.isBlank() ? null : value.strip().replace(',', '.')));
        LevelVersionView made;
        try {
            made = desk.succeed(level, new LevelDraft(null, null, validFrom, asked), OptionalInt.of(newest));
        } catch (Rejection refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            refused.violations()
                    .forEach(violation -> messages.wrong(
                            "form:" + field(violation.path()),
                            violation.key(),
                            violation.arguments().toArray()));
            return null;
        }
        messages.done("sla.definition.edit.done", level, made.number());
        return "/levels/level.xhtml?faces-redirect=true&level=" + level + "&version=" + made.number();
    }

    /** {@code choices.targetPercent} is the field {@code target-percent}. */
    private static String field(String path) {
        return path.replaceFirst("^choices[.]", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    public List<CalendarVersionView> getCalendars() {
        return calendars.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    /** Of outages and maintenance. */
    public boolean isAvailability() {
        return of().ofOutages();
    }

    public boolean isCases() {
        return of().countsCases();
    }

    public boolean isInSeconds() {
        return choices.get("threshold_seconds") != null;
    }

    public boolean isNumber() {
        return choices.get("threshold_value") != null;
    }

    private Measure of() {
        return Measure.valueOf(measure);
    }

    public boolean isInDays() {
        return inDays;
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public Map<String, String> getChoices() {
        return choices;
    }
}
