package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.CalculationDesk;
import no.fellesdrift.sla.engine.Input;
import no.fellesdrift.sla.engine.ServiceCalendar;
import no.fellesdrift.sla.engine.Spans;

/** Answers one computation on one of the sector's own calendars, with its working day by day. */
@Stateless
public class CalculatorDesk {

    private static final long DAY = 86_400;

    @Inject
    CalendarVersions calendars;

    @Inject
    CalculationDesk calculations;

    /**
     * @param result as {@code POST /calculations} gives it
     * @param question what was asked, with the calendar in it, as that takes it
     * @param working null when the computation has no calendar, or no answer in time
     */
    public record Answer(Object result, Map<String, Object> question, Working working) {}

    /** A computation without a calendar. */
    @RolesAllowed(Roles.USER)
    public Answer answer(String kind, Map<String, Object> input) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("kind", kind);
        question.put("input", input);
        return new Answer(calculations.answer(List.of(question), false).get(0).get("result"), question, null);
    }

    /**
     * A computation on the version of the calendar that holds on the date.
     *
     * @throws Rejection UNKNOWN_CALENDAR; what the computation refuses
     */
    @RolesAllowed(Roles.USER)
    public Answer answer(String kind, String calendar, LocalDate on, Map<String, Object> input) {
        List<CalendarVersionView> versions = calendars.of(calendar);
        CalendarVersionView version = versions.stream()
                .filter(one -> one.valid().contains(on))
                .findFirst()
                .or(() -> versions.stream().reduce((a, b) -> b))
                .orElseThrow(() -> new Rejection(DefinitionReason.UNKNOWN_CALENDAR, calendar));
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("calendar", version.tree());
        asked.putAll(input);
        Answer answer = answer(kind, asked);
        return new Answer(
                answer.result(),
                answer.question(),
                working(kind, version.compiled(), new Input("input", asked), answer.result()));
    }

    private static Working working(String kind, ServiceCalendar calendar, Input in, Object result) {
        Map<Working.Kind, Spans> taken = new EnumMap<>(Working.Kind.class);
        switch (kind) {
            case "due_at", "due_at_with_pauses", "due_in_working_days" -> {
                if (result == null) {
                    return null;
                }
                taken.put(Working.Kind.PAUSED, spans(in, "pauses"));
                long start = in.get("start").instant();
                long due = second(result);
                return Working.of(calendar, Math.min(start, due), Math.max(start, due), taken);
            }
            case "elapsed_with_pauses", "working_seconds" -> {
                taken.put(Working.Kind.PAUSED, spans(in, "pauses"));
                return Working.of(
                        calendar, in.get("start").instant(), in.get("end").instant(), taken);
            }
            case "is_open" -> {
                long midnight = LocalDate.ofInstant(
                                Instant.ofEpochSecond(in.get("at").instant()), calendar.zone())
                        .atStartOfDay(calendar.zone())
                        .toEpochSecond();
                return Working.of(calendar, midnight, midnight + 7 * DAY, taken);
            }
            case "availability_contract" -> {
                long[] period = in.get("period").period();
                Spans maintenance = spans(in, "planned_maintenance");
                Spans down = spans(in, "outages");
                taken.put(Working.Kind.MAINTENANCE, maintenance);
                taken.put(Working.Kind.DOWN, down);
                taken.put(Working.Kind.UNKNOWN, spans(in, "unknown"));
                return Working.of(calendar, period[0], period[1], taken);
            }
            default -> {
                return null;
            }
        }
    }

    private static Spans spans(Input in, String name) {
        return Spans.union(in.items(name).stream().map(Input::instants).toList());
    }

    private static long second(Object instant) {
        return OffsetDateTime.parse(String.valueOf(instant)).toEpochSecond();
    }
}
