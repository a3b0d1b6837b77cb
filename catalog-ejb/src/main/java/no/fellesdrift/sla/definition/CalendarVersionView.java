package no.fellesdrift.sla.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.sla.engine.CalendarReader;
import no.fellesdrift.sla.engine.Input;
import no.fellesdrift.sla.engine.ServiceCalendar;

/**
 * One version of a service calendar as it is written down.
 *
 * @param weekly by MON … SUN: pairs of {@code HH:MM}; a day that is not there is closed
 * @param holidays dates on which it is closed
 * @param holidaysRecurring {@code MM-DD}
 * @param overrides by date; no pair closes the day
 * @param overridesRecurring by {@code MM-DD}
 * @param breaks pairs of instants with offset, cut out last
 */
public record CalendarVersionView(
        String code,
        int version,
        LocalizedText name,
        String zone,
        DateRange valid,
        Map<String, List<List<String>>> weekly,
        List<String> holidays,
        List<String> holidaysRecurring,
        Map<String, List<List<String>>> overrides,
        Map<String, List<List<String>>> overridesRecurring,
        List<List<String>> breaks) {

    /** As files, the API and single computations write a calendar: {@code {tz, weekly, holidays, …}}. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tz", zone);
        tree.put("weekly", new LinkedHashMap<>(weekly));
        put(tree, "holidays", holidays);
        put(tree, "holidays_recurring", holidaysRecurring);
        if (!overrides.isEmpty()) {
            tree.put("overrides", new LinkedHashMap<>(overrides));
        }
        if (!overridesRecurring.isEmpty()) {
            tree.put("overrides_recurring", new LinkedHashMap<>(overridesRecurring));
        }
        put(tree, "breaks", breaks);
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, List<?> list) {
        if (!list.isEmpty()) {
            tree.put(name, new ArrayList<>(list));
        }
    }

    public ServiceCalendar compiled() {
        return new ServiceCalendar(CalendarReader.read(new Input("calendar", tree())));
    }
}
