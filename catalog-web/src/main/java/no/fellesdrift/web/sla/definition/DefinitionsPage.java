package no.fellesdrift.web.sla.definition;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.definition.CreditSchemeDesk;
import no.fellesdrift.sla.definition.PackageDesk;
import no.fellesdrift.web.frame.Texts;

/** Packages of levels, credit schemes and calendars: what can be promised. */
@Named
@RequestScoped
public class DefinitionsPage {

    @Inject
    PackageDesk packageDesk;

    @Inject
    CalendarDesk calendarDesk;

    @Inject
    CreditSchemeDesk schemeDesk;

    @Inject
    Texts t;

    private List<PackageDesk.Line> packages;
    private List<CalendarVersionView> calendars;
    private List<CreditSchemeDesk.Line> schemes;

    @PostConstruct
    void open() {
        packages = packageDesk.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
        schemes = schemeDesk.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
        calendars = calendarDesk.list(PageRequest.first(PageRequest.MAX_SIZE)).items();
    }

    public List<PackageDesk.Line> getPackages() {
        return packages;
    }

    public List<CreditSchemeDesk.Line> getSchemes() {
        return schemes;
    }

    public List<CalendarVersionView> getCalendars() {
        return calendars;
    }

    /** The week in words: days with the same hours together. */
    public List<String> week(CalendarVersionView calendar) {
        return week(calendar, t);
    }

    static List<String> week(CalendarVersionView calendar, Texts t) {
        List<String> days = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
        Map<String, String> byDay = new LinkedHashMap<>();
        days.forEach(day -> byDay.put(day, hours(calendar.weekly().getOrDefault(day, List.of()), t)));
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < 7; ) {
            int to = from;
            while (to < 6 && byDay.get(days.get(to + 1)).equals(byDay.get(days.get(from)))) {
                to++;
            }
            String span =
                    t.get("sla.day." + days.get(from)) + (to > from ? "–" + t.get("sla.day." + days.get(to)) : "");
            lines.add(span + ": " + byDay.get(days.get(from)));
            from = to + 1;
        }
        return lines;
    }

    static String hours(List<List<String>> ranges, Texts t) {
        List<String> hours = ranges.stream()
                .filter(range -> !range.get(0).equals(range.get(1)))
                .map(range -> range.get(0) + "–" + range.get(1))
                .toList();
        return hours.isEmpty() ? t.get("sla.calculator.closed") : String.join(", ", hours);
    }
}
