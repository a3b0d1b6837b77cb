package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.definition.LevelDraft;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.sla.definition.PackageView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Messages;

/**
 * Makes a level in a package, whose measure is chosen first, or lets a new version of one succeed the newest. What the
 * fields come to can be looked at in plain words before it is stored.
 */
@Named
@ViewScoped
public class LevelEditPage implements Serializable {

    /** Stay as they are in a new version. */
    private static final Set<String> FIXED = Set.of("priority", "period", "clock_start");
    /** Written as a length of time. */
    private static final Set<String> DURATIONS = Set.of("threshold_seconds", "hold_seconds");

    @Inject
    transient PackageDesk desk;

    @Inject
    transient CalendarDesk calendars;

    @Inject
    transient CreditSchemeDesk schemes;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    @Inject
    transient Format f;

    private String level;
    private String servicePackage;
    private String measure;
    private String code;
    private int newest;
    private LocalDate validFrom;
    private Map<String, String> choices = new HashMap<>();
    private Map<String, String> before = Map.of();
    private transient LevelVersionView preview;

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
        if (isSuccession()) {
            List<LevelVersionView> versions = desk.level(level);
            LevelVersionView last = versions.get(versions.size() - 1);
            newest = last.number();
            measure = last.measure();
            servicePackage = last.packageCode();
            before = new HashMap<>(last.choices());
            fill(before);
            return;
        }
        desk.one(servicePackage == null ? "" : servicePackage);
        if (of().isEmpty()) {
            measure = null;
        } else {
            fill(desk.defaults(of().get()));
        }
    }

    private void fill(Map<String, String> values) {
        values.forEach((column, value) -> choices.put(column, shown(column, value)));
    }

    private String shown(String column, String value) {
        if (DURATIONS.contains(column)) {
            return f.duration(Long.valueOf(value));
        }
        return value.matches("[0-9]+[.][0-9]+") ? value.replace('.', ',') : value;
    }

    /** Shows what the fields come to; nothing is stored. */
    public String look() {
        preview = null;
        tried(asked -> preview = desk.preview(draft(asked), before));
        return null;
    }

    public String save() {
        LevelVersionView[] made = new LevelVersionView[1];
        tried(asked -> made[0] =
                isSuccession() ? desk.succeed(level, draft(asked), OptionalInt.of(newest)) : desk.create(draft(asked)));
        if (made[0] == null) {
            return null;
        }
        messages.done("sla.definition.edit.done", made[0].level(), made[0].number());
        return "/levels/level.xhtml?faces-redirect=true&level=" + made[0].level() + "&version=" + made[0].number();
    }

    private LevelDraft draft(Map<String, Object> asked) {
        return isSuccession()
                ? new LevelDraft(null, null, validFrom, asked)
                : new LevelDraft(code, servicePackage, validFrom, asked);
    }

    @FunctionalInterface
    private interface Attempt {
        void with(Map<String, Object> asked);
    }

    private void tried(Attempt attempt) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("measure", measure);
        boolean readable = true;
        for (Map.Entry<String, String> choice : choices.entrySet()) {
            String text = choice.getValue() == null ? "" : choice.getValue().strip();
            Object value = text.isEmpty() ? null : text.replace(',', '.');
            if (value != null && DURATIONS.contains(choice.getKey())) {
                Optional<Long> seconds = Durations.seconds(text);
                if (seconds.isEmpty()) {
                    messages.wrong("form:" + choice.getKey().replace('_', '-'), "sla.definition.edit.unreadable", text);
                    readable = false;
                }
                value = seconds.orElse(null);
            }
            asked.put(LevelVersionView.name(choice.getKey()), value);
        }
        if (!readable) {
            return;
        }
        try {
            attempt.with(asked);
        } catch (Rejection refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            refused.violations()
                    .forEach(violation -> messages.wrong(
                            "form:" + field(violation.path()),
                            violation.key(),
                            violation.arguments().toArray()));
        }
    }

    /** {@code choices.targetPercent} is the field {@code target-percent}. */
    private static String field(String path) {
        return path.replaceFirst("^choices[.]", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private Optional<Measure> of() {
        return Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(measure))
                .findFirst();
    }

    /** Whether the measure is asked this. */
    public boolean has(String column) {
        if (isSuccession() && FIXED.contains(column)) {
            return false;
        }
        if (column.equals("target_percent") && "100".equals(fixedTarget())) {
            return false;
        }
        return of().map(one -> desk.choices(one).containsKey(column)).orElse(false);
    }

    /** The target of what is promised as a number of its own. */
    private String fixedTarget() {
        return isSuccession()
                ? null
                : of().map(desk::defaults).map(all -> all.get("target_percent")).orElse(null);
    }

    /** What a choice may be. */
    public List<String> values(String column) {
        return of().map(one -> desk.choices(one).getOrDefault(column, List.of()))
                .orElse(List.of());
    }

    public List<String> getMeasures() {
        return Arrays.stream(Measure.values()).map(Measure::name).toList();
    }

    public List<CalendarVersionView> getCalendars() {
        return calendars.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    public List<CreditSchemeDesk.Line> getSchemes() {
        return schemes.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    /** What the fields came to when they were last looked at; null when they were not. */
    public LevelVersionView getPreview() {
        return preview;
    }

    public PackageView getInPackage() {
        return desk.one(servicePackage);
    }

    public boolean isSuccession() {
        return level != null && !level.isBlank();
    }

    public boolean isChosen() {
        return measure != null;
    }

    public String getMeasure() {
        return measure;
    }

    public void setMeasure(String measure) {
        this.measure = Objects.requireNonNullElse(measure, "").isBlank() ? null : measure;
    }

    public String getServicePackage() {
        return servicePackage;
    }

    public void setServicePackage(String servicePackage) {
        this.servicePackage = servicePackage;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
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
