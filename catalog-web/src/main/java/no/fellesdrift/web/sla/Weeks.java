package no.fellesdrift.web.sla;

import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.sla.ExplanationView.DayView;

/** Days in rows of a week, Monday first. */
public final class Weeks {

    private static final int DAYS = 7;

    private Weeks() {}

    /** @param days one after the other; a day of the first and last week that is not among them is null */
    public static List<List<DayView>> of(List<DayView> days) {
        List<List<DayView>> weeks = new ArrayList<>();
        List<DayView> week = new ArrayList<>();
        for (DayView day : days) {
            while (week.size() < day.day().getDayOfWeek().getValue() - 1) {
                week.add(null);
            }
            week.add(day);
            if (week.size() == DAYS) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        if (!week.isEmpty()) {
            while (week.size() < DAYS) {
                week.add(null);
            }
            weeks.add(week);
        }
        return weeks;
    }
}
