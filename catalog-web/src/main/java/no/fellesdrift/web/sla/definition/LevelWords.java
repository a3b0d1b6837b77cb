package no.fellesdrift.web.sla.definition;

import static no.fellesdrift.web.sla.definition.CalculatorPage.members;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.definition.CalculatorDesk;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.CalendarVersionView;
import no.fellesdrift.sla.definition.LevelVersionView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** What a level promises, in plain words: in one line, choice by choice, and by an example that is worked out. */
@Named
@RequestScoped
public class LevelWords {

    /** Stand elsewhere on the page, or in another sentence. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("measure", "priority", "threshold_seconds");

    /** Measures whose limit runs on a clock from an opening. */
    private static final Set<String> CASES = Set.of("RESPONSE", "RESOLUTION", "LEAD_TIME");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    @Inject
    CalculatorDesk calculator;

    @Inject
    CalendarDesk calendarDesk;

    @Inject
    Texts t;

    @Inject
    Format f;

    private Map<String, String> calendars;

    /**
     * A choice: its name and what was chosen.
     *
     * @param link to what the value names; null when it names nothing
     */
    public record Choice(String name, String value, String link) {}

    /** @param link to the calculator with the same figures */
    public record Example(String sentence, String link) {}

    /** {@code Tilgjengelighet}, or {@code Responstid, prioritet P1}. */
    public String name(LevelVersionView level) {
        String key = "sla.Measure." + level.measure();
        String measure = t.containsKey(key) ? t.get(key) : level.measure();
        return level.priority() == null ? measure : measure + ", " + t.of("sla.priority", level.priority());
    }

    /** The calendar by its name. */
    public String calendar(String code) {
        if (calendars == null) {
            calendars = new LinkedHashMap<>();
            for (CalendarVersionView one :
                    calendarDesk.list(PageRequest.first(PageRequest.MAX_SIZE)).items()) {
                calendars.put(one.code(), t.in(one.name()));
            }
        }
        return calendars.getOrDefault(code, code);
    }

    /** {@code Minst 95 % av sakene innen 30 min i kalenderen Hele døgnet}. */
    public String promise(LevelVersionView level) {
        String calendar = calendar(level.calendar());
        String target = percent(level.targetPercent());
        String seconds = level.thresholdSeconds() == null ? "" : f.duration(level.thresholdSeconds());
        String value = level.choices().containsKey("threshold_value")
                ? f.number(new BigDecimal(level.choices().get("threshold_value")))
                : "";
        return switch (level.measure()) {
            case "LONGEST_OUTAGE" -> t.of("sla.definition.promise.longest", seconds, calendar);
            case "OUTAGE_COUNT" -> t.of("sla.definition.promise.count", value, seconds, calendar);
            case "TIME_TO_RESTORE" -> t.of("sla.definition.promise.restore", seconds, calendar);
            case "TIME_BETWEEN_OUTAGES" -> t.of("sla.definition.promise.apart", seconds, calendar);
            case "BACKUP" -> t.of("sla.definition.promise.backup", target);
            case "REPORT_DELIVERY" -> t.of("sla.definition.promise.reports", target);
            case "RECOVERY_TIME", "RECOVERY_POINT" -> t.of("sla.definition.promise.recovery", target, seconds);
            case "RESPONSE_TIME", "CAPACITY", "CUSTOM" -> number(level, target, value);
            default -> time(level, target, calendar);
        };
    }

    /** Of samples and other numbers: a bound, and what share of them keeps it. */
    private String number(LevelVersionView level, String target, String value) {
        String bound = t.of(
                "AT_LEAST".equals(level.choices().get("direction"))
                        ? "sla.definition.promise.at-least"
                        : "sla.definition.promise.at-most",
                value);
        String metric = level.choices().getOrDefault("metric", "");
        String percentile = level.choices().get("percentile");
        if (percentile != null) {
            return t.of("sla.definition.promise.percentile", f.number(new BigDecimal(percentile)), metric, bound);
        }
        return switch (level.measure()) {
            case "CUSTOM" -> t.of("sla.definition.promise.custom", metric, bound);
            case "CAPACITY" -> t.of("sla.definition.promise.capacity", target, metric, bound);
            default -> t.of("sla.definition.promise.samples", target, metric, bound);
        };
    }

    private String time(LevelVersionView level, String target, String calendar) {
        if (level.thresholdSeconds() != null) {
            return t.of("sla.definition.promise.seconds", target, f.duration(level.thresholdSeconds()), calendar);
        }
        if (level.thresholdWorkingDays() != null) {
            return "OFFERING".equals(level.thresholdWorkingDays())
                    ? t.of("sla.definition.promise.offering", target, calendar)
                    : t.of(
                            "sla.definition.promise.days",
                            target,
                            Integer.valueOf(level.thresholdWorkingDays()),
                            calendar);
        }
        return t.of("sla.definition.promise", target, calendar);
    }

    private String percent(BigDecimal percent) {
        return f.percent(percent, Math.max(0, percent.stripTrailingZeros().scale()));
    }

    /** Every choice of the level in words, in the order of the table. */
    public List<Choice> choices(LevelVersionView level) {
        List<Choice> choices = new ArrayList<>();
        level.choices().forEach((column, value) -> {
            if (!TOLD_ELSEWHERE.contains(column)) {
                choices.add(new Choice(
                        label(column),
                        words(column, value),
                        switch (column) {
                            case "calendar" -> "/levels/calendar.xhtml?code=" + value;
                            case "credit_scheme" -> "/levels/scheme.xhtml?code=" + value;
                            default -> null;
                        }));
            }
        });
        return choices;
    }

    /** What a choice is called. */
    public String label(String column) {
        return first(column, "sla.definition.choice." + column, "sla.policy." + column);
    }

    /** What was chosen, in words. */
    public String words(String column, String value) {
        String chosen = first("", "sla.definition.choice." + column + "." + value, "sla.choice." + value);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        return switch (column) {
            case "calendar" -> calendar(value) + " (" + value + ")";
            case "target_percent", "minimum_coverage_percent" -> percent(new BigDecimal(value));
            case "maintenance_notice_hours", "maintenance_quota_hours" ->
                t.of("sla.definition.hours", Integer.valueOf(value));
            case "hold_seconds" -> f.duration(Long.valueOf(value));
            case "threshold_value", "percentile", "degradation_weight" -> f.number(new BigDecimal(value));
            default -> value;
        };
    }

    /** The first sentence that there is. */
    private String first(String otherwise, String... keys) {
        for (String key : keys) {
            if (t.containsKey(key)) {
                return t.get(key);
            }
        }
        return otherwise;
    }

    /** What the promise means for a case or a month, reckoned by the engine; null when there is nothing to reckon. */
    public Example example(LevelVersionView level) {
        LocalDate today = calendarDesk.today();
        LocalDate day = level.valid().contains(today) ? today : level.valid().start();
        try {
            if ("AVAILABILITY".equals(level.measure())) {
                return month(level, day.withDayOfMonth(1));
            }
            if (!CASES.contains(level.measure())) {
                return null;
            }
            LocalDate friday = day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
            if (level.thresholdSeconds() != null) {
                return due(level, friday);
            }
            return level.thresholdWorkingDays() == null ? null : workingDays(level, friday);
        } catch (Rejection noAnswer) {
            if (noAnswer.violations().isEmpty()) {
                throw noAnswer;
            }
            return null; // a calendar that does not open again has no example
        }
    }

    private static ZoneId zone() {
        return ZoneId.of("Europe/Oslo");
    }

    private static String start(LocalDate friday) {
        return OffsetDateTime.ofInstant(friday.atTime(15, 30).atZone(zone()).toInstant(), zone())
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private Example due(LevelVersionView level, LocalDate friday) {
        String boundary = level.choices().getOrDefault("boundary", "END_OF_PERIOD");
        Object due = calculator
                .answer(
                        "due_at",
                        level.calendar(),
                        friday,
                        members(
                                "start", start(friday),
                                "seconds", BigDecimal.valueOf(level.thresholdSeconds()),
                                "boundary", boundary))
                .result();
        return new Example(
                t.of(
                        "sla.definition.example.due",
                        calendar(level.calendar()),
                        begins(level, friday),
                        f.duration(level.thresholdSeconds()),
                        moment(due)),
                link(
                        "what",
                        "DUE",
                        "calendar",
                        level.calendar(),
                        "start",
                        LOCAL.format(friday.atTime(15, 30)),
                        "unit",
                        "MINUTES",
                        "length",
                        String.valueOf(level.thresholdSeconds() / 60),
                        "boundary",
                        boundary,
                        "pauses",
                        ""));
    }

    private Example workingDays(LevelVersionView level, LocalDate friday) {
        boolean ofOffering = "OFFERING".equals(level.thresholdWorkingDays());
        int days = ofOffering ? 5 : Integer.parseInt(level.thresholdWorkingDays());
        String policy = level.choices().getOrDefault("working_day_policy", "END_OF_DAY");
        Object due = calculator
                .answer(
                        "due_in_working_days",
                        level.calendar(),
                        friday,
                        members("start", start(friday), "days", BigDecimal.valueOf(days), "policy", policy))
                .result();
        return new Example(
                t.of(
                        ofOffering ? "sla.definition.example.offering" : "sla.definition.example.days",
                        calendar(level.calendar()),
                        begins(level, friday),
                        days,
                        moment(due)),
                link(
                        "what",
                        "DUE",
                        "calendar",
                        level.calendar(),
                        "start",
                        LOCAL.format(friday.atTime(15, 30)),
                        "unit",
                        "WORKING_DAYS",
                        "length",
                        String.valueOf(days),
                        "policy",
                        policy,
                        "pauses",
                        ""));
    }

    /** {@code En sak som åpnes fredag 13. november 2026 kl. 15:30}. */
    private String begins(LevelVersionView level, LocalDate friday) {
        String usual = "LEAD_TIME".equals(level.measure()) ? "APPROVED" : "OPENED";
        return t.of(
                "sla.definition.example.begin." + level.choices().getOrDefault("clock_start", usual),
                moment(start(friday)));
    }

    private Example month(LevelVersionView level, LocalDate first) {
        LocalDate next = first.plusMonths(level.months());
        LocalDate begin = next.minusMonths(level.months());
        Map<?, ?> result = (Map<?, ?>) calculator
                .answer(
                        "availability_contract",
                        level.calendar(),
                        first,
                        members(
                                "period",
                                List.of(instant(begin), instant(next)),
                                "target_percent",
                                level.targetPercent()))
                .result();
        return new Example(
                t.of(
                        "sla.definition.example.month",
                        calendar(level.calendar()),
                        f.date(begin),
                        f.date(next.minusDays(1)),
                        f.duration(result.get("agreed_seconds")),
                        percent(level.targetPercent()),
                        f.duration(result.get("allowed_downtime_seconds_floor"))),
                link(
                        "what", "AVAILABILITY",
                        "calendar", level.calendar(),
                        "start", LOCAL.format(begin.atStartOfDay()),
                        "end", LOCAL.format(next.atStartOfDay()),
                        "target", CalculatorPage.shown(level.targetPercent()),
                        "outages", "",
                        "maintenance", ""));
    }

    private static String instant(LocalDate date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.atStartOfDay(zone()).toOffsetDateTime());
    }

    private String moment(Object instant) {
        Instant at = OffsetDateTime.parse(String.valueOf(instant)).toInstant();
        return t.of("sla.calculator.moment", f.longDate(LocalDate.ofInstant(at, zone())), f.time(at));
    }

    private static String link(String... parameters) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            parts.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return "/levels/calculator.xhtml?" + String.join("&", parts);
    }
}
