package no.fellesdrift.web.sla.definition;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarDraft;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.definition.DefinitionReason;
import no.fellesdrift.sla.engine.NorwegianHolidays;
import no.fellesdrift.web.frame.Messages;

/** Makes a calendar, or the next version of one. */
@Named
@ViewScoped
public class CalendarEditPage implements Serializable {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    @Inject
    transient CalendarDesk desk;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient Messages messages;

    private String code;
    private boolean fresh;
    private int newest;
    private String newCode;
    private String nameNb;
    private String nameNn;
    private String nameEn;
    private String zone = "Europe/Oslo";
    private LocalDate validFrom;
    private Map<String, String> week = new LinkedHashMap<>();
    private String holidays;
    private String others;
    private String breaks;

    public void open() {
        if (!caller.get().has(Role.SERVICE_LEVEL_MANAGER)) {
            throw new Rejection(DefinitionReason.ONLY_LEVEL_MANAGERS);
        }
        fresh = code == null || code.isBlank();
        validFrom = desk.today().withDayOfYear(1).plusYears(1);
        DAYS.forEach(day -> week.put(day, ""));
        if (fresh) {
            return;
        }
        List<CalendarVersionView> versions = desk.versions(code);
        CalendarVersionView before = versions.get(versions.size() - 1);
        newest = before.version();
        nameNb = before.name().nb();
        nameNn = before.name().nn();
        nameEn = before.name().en();
        zone = before.zone();
        before.weekly().forEach((day, ranges) -> week.put(day, CalendarText.hours(ranges)));
        List<String> closed = new ArrayList<>(before.holidays());
        closed.addAll(before.holidaysRecurring());
        holidays = CalendarText.dates(closed);
        Map<String, List<List<String>>> other = new LinkedHashMap<>(before.overrides());
        other.putAll(before.overridesRecurring());
        others = CalendarText.days(other);
        breaks = CalendarText.breaks(before.breaks(), zone);
    }

    /** Adds the Norwegian public holidays of the year in which it begins and of the two after it. */
    public void fill() {
        TreeSet<String> dates = new TreeSet<>();
        List<String> rest = new ArrayList<>();
        CalendarText.lines(holidays)
                .forEach(line -> CalendarText.readDay(line).ifPresentOrElse(dates::add, () -> rest.add(line)));
        int first = (validFrom == null ? desk.today() : validFrom).getYear();
        for (int year = first; year <= first + 2; year++) {
            NorwegianHolidays.of(year).forEach(date -> dates.add(date.toString()));
        }
        rest.addAll(0, CalendarText.lines(CalendarText.dates(List.copyOf(dates))));
        holidays = String.join("\n", rest);
        messages.done("sla.definition.edit.filled", String.valueOf(first), String.valueOf(first + 2));
    }

    public String save() {
        Map<String, Object> tree = tree();
        if (tree.isEmpty()) {
            return null;
        }
        CalendarDraft draft = new CalendarDraft(fresh ? newCode : null, nameNb, nameNn, nameEn, validFrom, tree);
        CalendarVersionView made = fresh ? desk.create(draft) : desk.succeed(code, draft, OptionalInt.of(newest));
        messages.done("sla.definition.edit.done", made.code(), made.version());
        return "/levels/calendar.xhtml?faces-redirect=true&code=" + made.code() + "&version=" + made.version()
                + "&year=" + validFrom.getYear();
    }

    /** Empty when a field cannot be read; it is told beside the field. */
    private Map<String, Object> tree() {
        boolean[] wrong = {false};
        Map<String, Object> tree = new LinkedHashMap<>();
        ZoneId place = zone(wrong);
        tree.put("tz", zone.strip());
        Map<String, Object> weekly = new LinkedHashMap<>();
        week.forEach((day, text) -> CalendarText.hours(text)
                .ifPresentOrElse(hours -> weekly.put(day, hours), () -> wrong(wrong, day, text)));
        tree.put("weekly", weekly);
        List<Object> dates = new ArrayList<>();
        List<Object> everyYear = new ArrayList<>();
        for (String line : CalendarText.lines(holidays)) {
            CalendarText.readDay(line)
                    .ifPresentOrElse(
                            day -> (day.length() == 5 ? everyYear : dates).add(day),
                            () -> wrong(wrong, "holidays", line));
        }
        tree.put("holidays", dates);
        tree.put("holidays_recurring", everyYear);
        Map<String, Object> byDate = new LinkedHashMap<>();
        Map<String, Object> byMonthDay = new LinkedHashMap<>();
        for (String line : CalendarText.lines(others)) {
            String[] words = line.split("\\s+", 2);
            var day = CalendarText.readDay(words[0]);
            var hours = CalendarText.hours(words.length < 2 ? "" : words[1]);
            if (day.isEmpty() || hours.isEmpty()) {
                wrong(wrong, "others", line);
            } else {
                (day.get().length() == 5 ? byMonthDay : byDate).put(day.get(), hours.get());
            }
        }
        tree.put("overrides", byDate);
        tree.put("overrides_recurring", byMonthDay);
        List<Object> closed = new ArrayList<>();
        for (String line : CalendarText.lines(breaks)) {
            CalendarText.readBreak(line, place).ifPresentOrElse(closed::add, () -> wrong(wrong, "breaks", line));
        }
        tree.put("breaks", closed);
        return wrong[0] ? Map.of() : tree;
    }

    private ZoneId zone(boolean[] wrong) {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            wrong(wrong, "zone", zone);
            return ZoneId.of("Europe/Oslo");
        }
    }

    private void wrong(boolean[] wrong, String field, String text) {
        wrong[0] = true;
        messages.wrong("form:" + field, "sla.definition.edit.unreadable", text);
    }

    public List<String> getDays() {
        return DAYS;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNewCode() {
        return newCode;
    }

    public void setNewCode(String newCode) {
        this.newCode = newCode;
    }

    public String getNameNb() {
        return nameNb;
    }

    public void setNameNb(String nameNb) {
        this.nameNb = nameNb;
    }

    public String getNameNn() {
        return nameNn;
    }

    public void setNameNn(String nameNn) {
        this.nameNn = nameNn;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public Map<String, String> getWeek() {
        return week;
    }

    public String getHolidays() {
        return holidays;
    }

    public void setHolidays(String holidays) {
        this.holidays = holidays;
    }

    public String getOthers() {
        return others;
    }

    public void setOthers(String others) {
        this.others = others;
    }

    public String getBreaks() {
        return breaks;
    }

    public void setBreaks(String breaks) {
        this.breaks = breaks;
    }
}
