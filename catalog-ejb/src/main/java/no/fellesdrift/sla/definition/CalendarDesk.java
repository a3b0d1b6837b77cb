package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.engine.CalendarReader;
import no.fellesdrift.sla.engine.Input;
import no.fellesdrift.sla.engine.InputFault;
import no.fellesdrift.sla.engine.ServiceCalendar;

/** Service calendars: when a service is promised, in versions over time. */
@Stateless
public class CalendarDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    CalendarVersions calendars;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** The versions in force today, by code; of a calendar that has not begun, the first. */
    @RolesAllowed(Roles.USER)
    public Paged<CalendarVersionView> list(PageRequest page) {
        LocalDate today = today();
        Map<String, CalendarVersionView> current = new LinkedHashMap<>();
        calendars.all().forEach(version -> {
            if (!current.containsKey(version.code()) || version.valid().contains(today)) {
                current.put(version.code(), version);
            }
        });
        return Paged.cut(List.copyOf(current.values()), page);
    }

    /**
     * The versions of a calendar in order of validity.
     *
     * @throws Rejection UNKNOWN_CALENDAR
     */
    @RolesAllowed(Roles.USER)
    public List<CalendarVersionView> versions(String code) {
        List<CalendarVersionView> versions = calendars.of(code);
        if (versions.isEmpty()) {
            throw new Rejection(DefinitionReason.UNKNOWN_CALENDAR, code);
        }
        return versions;
    }

    /** The local date that it is. */
    @RolesAllowed(Roles.USER)
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /**
     * Makes a calendar that holds from a day to come.
     *
     * @throws Rejection CODE_TAKEN, NOT_COMING, CALENDAR_NEVER_OPEN, DEFINITION_WRONG with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public CalendarVersionView create(@Valid CalendarDraft draft) {
        List<Violation> missing = new ArrayList<>();
        missing(missing, "code", draft.code());
        missing(missing, "nameNb", draft.nameNb());
        missing(missing, "nameNn", draft.nameNn());
        missing(missing, "nameEn", draft.nameEn());
        if (!missing.isEmpty()) {
            throw new Rejection(DefinitionReason.DEFINITION_WRONG, missing);
        }
        if (!calendars.of(draft.code()).isEmpty()) {
            throw new Rejection(DefinitionReason.CODE_TAKEN, draft.code());
        }
        Succession.mustCome(draft.validFrom(), today());
        LocalizedText name = new LocalizedText(draft.nameNb(), draft.nameNn(), draft.nameEn());
        return add(read(draft, draft.code(), 1, name), "sla.calendar-add");
    }

    /**
     * Lets a new version succeed the newest from a day to come, on which a period of every level begins that is reckoned on
     * it.
     *
     * @param read the newest version that the caller has seen; empty when it does not say
     * @throws Rejection UNKNOWN_CALENDAR, DEFINITION_CHANGED, NOT_COMING, BEFORE_NEWEST, NOT_PERIOD_START,
     *     CALENDAR_NEVER_OPEN, DEFINITION_WRONG with the fields
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public CalendarVersionView succeed(String code, @Valid CalendarDraft draft, OptionalInt read) {
        List<CalendarVersionView> versions = versions(code);
        CalendarVersionView newest = versions.get(versions.size() - 1);
        if (read.isPresent() && read.getAsInt() != newest.version()) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        Succession.mustCome(draft.validFrom(), today());
        Succession.mustFollow(draft.validFrom(), newest.valid());
        int months = calendars.periodsOn(code, draft.validFrom()).stream()
                .mapToInt(LevelChoices::months)
                .max()
                .orElse(1);
        Succession.mustBeginPeriod(draft.validFrom(), months);
        LocalizedText name = new LocalizedText(
                draft.nameNb() == null ? newest.name().nb() : draft.nameNb(),
                draft.nameNn() == null ? newest.name().nn() : draft.nameNn(),
                draft.nameEn() == null ? newest.name().en() : draft.nameEn());
        CalendarVersionView next = read(draft, code, newest.version() + 1, name);
        if (!calendars.end(newest, draft.validFrom())) {
            throw new Rejection(DefinitionReason.DEFINITION_CHANGED);
        }
        return add(next, "sla.calendar-succeed");
    }

    private static void missing(List<Violation> missing, String path, String value) {
        if (value == null || value.isBlank()) {
            missing.add(Violation.of(path, "sla.input.MISSING"));
        }
    }

    private CalendarVersionView add(CalendarVersionView view, String what) {
        calendars.add(view);
        happened.fire(new Happened(
                what,
                "ServiceCalendar",
                view.code(),
                null,
                null,
                view.version() + ", " + view.valid().start(),
                null));
        return view;
    }

    private static CalendarVersionView read(CalendarDraft draft, String code, int version, LocalizedText name) {
        Input tree = new Input("calendar", draft.calendar());
        try {
            ServiceCalendar compiled = new ServiceCalendar(CalendarReader.read(tree));
            long begins = draft.validFrom().atStartOfDay(compiled.zone()).toEpochSecond();
            if (!compiled.isOpen(begins) && compiled.nextOpening(begins).isEmpty()) {
                throw new Rejection(DefinitionReason.CALENDAR_NEVER_OPEN);
            }
            return new CalendarVersionView(
                    code,
                    version,
                    name,
                    tree.get("tz").text(),
                    DateRange.from(draft.validFrom()),
                    ranges(tree, "weekly"),
                    texts(tree, "holidays"),
                    texts(tree, "holidays_recurring"),
                    ranges(tree, "overrides"),
                    ranges(tree, "overrides_recurring"),
                    tree.items("breaks").stream().map(CalendarDesk::pair).toList());
        } catch (InputFault fault) {
            throw new Rejection(
                    DefinitionReason.DEFINITION_WRONG,
                    List.of(new Violation(
                            fault.path(), "sla.input." + fault.kind().name(), fault.arguments())));
        }
    }

    private static List<String> texts(Input tree, String name) {
        return tree.items(name).stream().map(Input::text).toList();
    }

    private static List<String> pair(Input pair) {
        return pair.list().stream().map(Input::text).toList();
    }

    private static Map<String, List<List<String>>> ranges(Input tree, String name) {
        Map<String, List<List<String>>> ranges = new LinkedHashMap<>();
        if (tree.has(name)) {
            Input days = tree.get(name);
            days.names()
                    .forEach(day -> ranges.put(
                            day,
                            days.items(day).stream().map(CalendarDesk::pair).toList()));
        }
        return ranges;
    }
}
