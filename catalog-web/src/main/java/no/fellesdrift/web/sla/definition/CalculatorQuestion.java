package no.fellesdrift.web.sla.definition;

import static no.fellesdrift.web.sla.definition.CalculatorPage.members;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.web.frame.Texts;

/** What the calculator is asked, as its fields say it. */
class CalculatorQuestion {

    static final List<String> ALL =
            List.of("DUE", "USED", "BETWEEN", "OPEN", "AVAILABILITY", "BUDGET", "CREDIT", "COMPOSED");

    private static final Map<String, List<String>> FIELDS = Map.of(
            "DUE", List.of("calendar", "start", "length", "unit", "policy", "boundary", "pauses"),
            "USED", List.of("calendar", "start", "end", "length", "pauses"),
            "BETWEEN", List.of("calendar", "start", "end"),
            "OPEN", List.of("calendar", "start"),
            "AVAILABILITY", List.of("calendar", "start", "end", "target", "outages", "maintenance", "unknown"),
            "BUDGET", List.of("target", "days", "bad", "hours", "lately"),
            "CREDIT", List.of("achieved", "fee", "tiers"),
            "COMPOSED", List.of("composition", "needed", "parts"));

    private static final Map<String, List<String>> CHOICES = Map.of(
            "unit", List.of("HOURS", "MINUTES", "WORKING_DAYS"),
            "policy", List.of("KEEP_TIME", "END_OF_DAY"),
            "boundary", List.of("END_OF_PERIOD", "NEXT_OPEN"),
            "composition", List.of("serial", "parallel", "k_of_n"));

    private static final List<String> AREAS = List.of("pauses", "outages", "maintenance", "unknown", "tiers", "parts");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    /**
     * A field of the form.
     *
     * @param type text, area or select
     * @param choices of a select: what is sent, and its words
     * @param fault empty when nothing is wrong
     */
    public record Field(
            String name,
            String type,
            String label,
            String help,
            String value,
            Map<String, String> choices,
            String fault) {}

    private final Texts t;
    private final TypedFields typed;
    private final String what;
    private final List<CalendarVersionView> calendars;
    private final CalendarVersionView calendar;
    private final LocalDate today;

    CalculatorQuestion(HttpServletRequest request, Texts t, List<CalendarVersionView> calendars, LocalDate today) {
        this.t = t;
        this.calendars = calendars;
        this.today = today;
        String asked = request.getParameter("what");
        this.what = asked != null && ALL.contains(asked) ? asked : "DUE";
        this.typed = new TypedFields(request, t, example(what, today));
        String code = typed.text("calendar");
        this.calendar = calendars.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseGet(() -> calendars.isEmpty() ? null : calendars.get(0));
    }

    /** A question whose answer shows something, around the day that it is. */
    private static Map<String, String> example(String what, LocalDate today) {
        LocalDate friday = today.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
        String thursday = DATE.format(friday.minusDays(1));
        String day = DATE.format(friday);
        LocalDate month = today.minusMonths(1).withDayOfMonth(1);
        Map<String, String> example = new HashMap<>(Map.of("calendar", "OFFICE", "length", "8", "unit", "HOURS"));
        switch (what) {
            case "DUE", "OPEN" -> example.put("start", day + " 15:30");
            case "USED" -> {
                example.put("start", thursday + " 13:00");
                example.put("end", day + " 10:30");
                example.put("pauses", thursday + " 14:00 – 15:00");
            }
            case "BETWEEN" -> {
                example.put("start", day + " 12:00");
                example.put("end", DATE.format(friday.plusDays(4)) + " 10:00");
            }
            case "AVAILABILITY" -> {
                example.put("start", DATE.format(month));
                example.put("end", DATE.format(month.plusMonths(1)));
                example.put("target", "99,5");
                LocalDate tuesday = month.with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY))
                        .plusDays(7);
                example.put("outages", DATE.format(tuesday) + " 09:00 – 10:30");
                example.put("maintenance", DATE.format(tuesday.plusDays(7)) + " 15:00 – 18:00");
            }
            case "BUDGET" ->
                example.putAll(Map.of("target", "99,9", "days", "30", "bad", "20", "hours", "1", "lately", "2"));
            case "CREDIT" ->
                example.putAll(Map.of("achieved", "99,2", "fee", "20000", "tiers", "99,9 0\n99 10\n95 25\n0 50"));
            default ->
                example.putAll(Map.of(
                        "composition", "k_of_n",
                        "needed", "2",
                        "parts", "A 99,5 09:00–10:30\nB 99,5 10:00–11:00, 14:00–14:20\nC 99,5"));
        }
        return example;
    }

    String what() {
        return what;
    }

    boolean hasCalendar() {
        return FIELDS.get(what).contains("calendar") && calendar != null;
    }

    CalendarVersionView calendar() {
        return calendar;
    }

    ZoneId zone() {
        return calendar == null ? ZoneId.of("Europe/Oslo") : ZoneId.of(calendar.zone());
    }

    /** The date whose version of the calendar is meant. */
    LocalDate on() {
        return TypedFields.moment(typed.text("start"))
                .map(moment -> moment.toLocalDate())
                .orElse(today);
    }

    String text(String name) {
        return typed.text(name);
    }

    boolean inWorkingDays() {
        return "DUE".equals(what) && "WORKING_DAYS".equals(chosen("unit"));
    }

    String chosen(String name) {
        return typed.choice(name, CHOICES.get(name));
    }

    Map<String, String> faults() {
        return typed.faults();
    }

    /** A field that the computation did not take. */
    void refused(String path, String sentence) {
        String name = path.replaceFirst("^input\\.", "").replaceFirst("[.\\[].*", "");
        String field = switch (name) {
            case "seconds", "target_seconds", "days" -> "length";
            case "at", "period" -> "start";
            case "target_percent" -> "target";
            case "total_seconds", "total", "window_seconds" -> "days";
            case "k" -> "needed";
            case "serial", "parallel", "k_of_n", "tree" -> "parts";
            case "achieved_percent" -> "achieved";
            case "monthly_fee" -> "fee";
            default -> name;
        };
        typed.faults()
                .putIfAbsent(
                        FIELDS.get(what).contains(field)
                                ? field
                                : FIELDS.get(what).get(0),
                        sentence);
    }

    /** The computation that answers it. */
    String kind() {
        return switch (what) {
            case "DUE" -> inWorkingDays() ? "due_in_working_days" : "due_at_with_pauses";
            case "USED" -> "elapsed_with_pauses";
            case "BETWEEN" -> "working_seconds";
            case "OPEN" -> "is_open";
            case "AVAILABILITY" -> "availability_contract";
            case "BUDGET" -> "error_budget";
            case "CREDIT" -> "service_credit_tier";
            default -> "composite_availability";
        };
    }

    /** Its input, as far as the fields can be read; what cannot is told in {@link #faults()}. */
    Map<String, Object> input() {
        return switch (what) {
            case "DUE" -> due();
            case "USED" ->
                members(
                        "start", typed.moment("start", zone()),
                        "end", typed.moment("end", zone()),
                        "pauses", typed.spans("pauses", zone()),
                        "target_seconds", typed.seconds("length", "HOURS"));
            case "BETWEEN" -> members("start", typed.moment("start", zone()), "end", typed.moment("end", zone()));
            case "OPEN" -> members("at", typed.moment("start", zone()));
            case "AVAILABILITY" -> availability();
            case "BUDGET" -> {
                typed.seconds("hours", "HOURS");
                typed.seconds("lately", "MINUTES");
                yield members(
                        "target_percent", typed.percent("target"),
                        "total_seconds", typed.seconds("days", "DAYS"),
                        "bad_seconds", typed.seconds("bad", "MINUTES"));
            }
            case "CREDIT" ->
                members(
                        "achieved_percent", typed.percent("achieved"),
                        "monthly_fee", typed.positive("fee"),
                        "tiers", tiers());
            default -> composed();
        };
    }

    private Map<String, Object> due() {
        String start = typed.moment("start", zone());
        if (inWorkingDays()) {
            BigDecimal days = typed.number("length");
            return members("start", start, "days", days, "policy", chosen("policy"));
        }
        return members(
                "start", start,
                "seconds", typed.seconds("length", chosen("unit")),
                "boundary", chosen("boundary"),
                "pauses", typed.spans("pauses", zone()));
    }

    private Map<String, Object> availability() {
        String from = typed.moment("start", zone());
        String to = typed.moment("end", zone());
        if (from != null && to != null && !OffsetDateTime.parse(to).isAfter(OffsetDateTime.parse(from))) {
            typed.fault("end", "sla.calculator.fault.order", typed.text("start") + " – " + typed.text("end"));
        }
        List<Object> period = new ArrayList<>();
        period.add(from);
        period.add(to);
        return members(
                "period", period,
                "target_percent", typed.percent("target"),
                "outages", typed.spans("outages", zone()),
                "planned_maintenance", typed.spans("maintenance", zone()),
                "unknown", typed.spans("unknown", zone()));
    }

    /** How much a part of a service fails, and when it did on one day. */
    record Part(String name, BigDecimal percent, List<long[]> minutes) {}

    private List<Object> tiers() {
        List<Object> tiers = new ArrayList<>();
        for (String line : lines("tiers")) {
            String[] words = line.split("[\\s:;=]+", -1);
            BigDecimal bound = TypedFields.number(words[0], true).orElse(null);
            BigDecimal credit =
                    words.length == 2 ? TypedFields.number(words[1], true).orElse(null) : null;
            if (bound == null || credit == null) {
                typed.fault("tiers", "sla.calculator.fault.tier", line);
            } else {
                tiers.add(members("at_least_percent", bound, "credit_percent", credit));
            }
        }
        return tiers;
    }

    private List<String> lines(String name) {
        return typed.text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (String line : lines("parts")) {
            String[] words = line.split("\\s+", 3);
            BigDecimal percent =
                    words.length < 2 ? null : TypedFields.number(words[1], true).orElse(null);
            List<long[]> minutes = percent == null ? null : minutes(words.length < 3 ? "" : words[2]);
            if (minutes == null || parts.stream().anyMatch(part -> part.name().equals(words[0]))) {
                typed.fault("parts", "sla.calculator.fault.part", line);
            } else {
                parts.add(new Part(words[0], percent, minutes));
            }
        }
        if (parts.isEmpty() || parts.size() > 12) {
            typed.fault("parts", "sla.calculator.fault.parts");
        }
        return parts;
    }

    /** {@code 10:00–11:00, 14:00–14:20} in minutes of the day; null when it cannot be read. */
    private static List<long[]> minutes(String text) {
        List<long[]> minutes = new ArrayList<>();
        for (String span : text.isBlank() ? new String[0] : text.split("\\s*[,;]\\s*", -1)) {
            String[] ends = span.strip().split("\\s*[–-]\\s*", -1);
            if (ends.length != 2
                    || !ends[0].matches("([01]?\\d|2[0-3]):[0-5]\\d")
                    || !ends[1].matches("(([01]?\\d|2[0-3]):[0-5]\\d)|24:00")) {
                return null;
            }
            minutes.add(new long[] {minute(ends[0]), minute(ends[1])});
        }
        return minutes;
    }

    private static long minute(String clock) {
        String[] parts = clock.split(":", -1);
        return Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1]);
    }

    private Map<String, Object> composed() {
        return tree(parts().stream().map(part -> (Object) part.percent()).toList());
    }

    /** The parts put together as was chosen. */
    Map<String, Object> tree(List<Object> parts) {
        String composition = chosen("composition");
        Map<String, Object> tree = members(composition, parts);
        if ("k_of_n".equals(composition)) {
            tree.put("k", typed.positive("needed"));
        }
        return tree;
    }

    /** When the whole was down, by when its parts were. */
    Map<String, Object> outages() {
        Map<String, Object> outages = new LinkedHashMap<>();
        List<Object> names = new ArrayList<>();
        parts().forEach(part -> {
            names.add(part.name());
            List<Object> pairs = new ArrayList<>();
            part.minutes()
                    .forEach(pair -> pairs.add(List.of(BigDecimal.valueOf(pair[0]), BigDecimal.valueOf(pair[1]))));
            outages.put(part.name(), pairs);
        });
        return members("tree", tree(names), "outages", outages);
    }

    BigDecimal number(String name) {
        return typed.number(name);
    }

    List<Field> fields() {
        return FIELDS.get(what).stream()
                .map(name -> new Field(
                        name,
                        AREAS.contains(name) ? "area" : isSelect(name) ? "select" : "text",
                        label(name),
                        help(name),
                        isSelect(name) && !name.equals("calendar") ? chosen(name) : value(name),
                        choices(name),
                        typed.faults().getOrDefault(name, "")))
                .toList();
    }

    private String value(String name) {
        return name.equals("calendar") && calendar != null ? calendar.code() : typed.text(name);
    }

    private static boolean isSelect(String name) {
        return name.equals("calendar") || CHOICES.containsKey(name);
    }

    private String label(String name) {
        String own = "sla.calculator.field." + what + "." + name;
        return t.get(t.containsKey(own) ? own : "sla.calculator.field." + name);
    }

    private String help(String name) {
        String own = "sla.calculator.help." + name;
        return t.containsKey(own) ? t.get(own) : "";
    }

    private Map<String, String> choices(String name) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (name.equals("calendar")) {
            calendars.forEach(one -> choices.put(one.code(), t.in(one.name()) + " (" + one.code() + ")"));
        } else {
            CHOICES.getOrDefault(name, List.of())
                    .forEach(choice -> choices.put(choice, t.get("sla.calculator.choice." + choice)));
        }
        return choices;
    }
}
