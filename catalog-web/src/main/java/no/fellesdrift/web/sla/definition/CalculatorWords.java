package no.fellesdrift.web.sla.definition;

import static no.fellesdrift.web.sla.definition.CalculatorPage.members;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import no.fellesdrift.sla.definition.CalculatorDesk.Answer;
import no.fellesdrift.sla.definition.Working;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/** The calculator's answers in sentences. */
class CalculatorWords {

    private final Texts t;
    private final Format f;
    private final CalculatorQuestion question;

    private String sentence = "";
    private final List<String> more = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Long> marks = new ArrayList<>();
    private final Map<LocalDate, Integer> workingDays = new LinkedHashMap<>();
    private final List<CalculatorPage.Line> lines = new ArrayList<>();
    private DayRows parts;

    CalculatorWords(Texts t, Format f, CalculatorQuestion question) {
        this.t = t;
        this.f = f;
        this.question = question;
    }

    String sentence() {
        return sentence;
    }

    List<String> more() {
        return more;
    }

    Map<String, String> facts() {
        return facts;
    }

    /** Epoch seconds to be marked in the picture: where it begins and where it is due. */
    List<Long> marks() {
        return marks;
    }

    /** The picture of what has no calendar; null when there is none. */
    DayRows parts() {
        return parts;
    }

    List<CalculatorPage.Line> lines() {
        return lines;
    }

    /** {@code fre.} */
    static String weekday(LocalDate date, Locale locale) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    /** What stands at the end of a day's line. */
    String amount(Working.Day day) {
        Integer nth = workingDays.get(day.date());
        if (nth != null) {
            return t.of("sla.calculator.nth-day", nth);
        }
        return day.counted() == 0 ? "" : f.duration(day.counted());
    }

    /** @param ask answers further computations on the same input */
    void answered(Answer answer, BiFunction<String, Map<String, Object>, Answer> ask) {
        switch (question.what()) {
            case "DUE" -> due(answer);
            case "USED" -> used((Map<?, ?>) answer.result());
            case "BETWEEN" -> sentence = t.of("sla.calculator.answer.BETWEEN", f.duration(answer.result()));
            case "OPEN" -> open(answer, ask);
            case "AVAILABILITY" -> availability((Map<?, ?>) answer.result());
            case "BUDGET" -> budget((Map<?, ?>) answer.result(), ask);
            case "CREDIT" ->
                sentence = t.of(
                        "sla.calculator.answer.CREDIT",
                        f.percent(number(answer.question().get("input"), "achieved_percent"), 4),
                        f.money(((BigDecimal) answer.result()).setScale(2, RoundingMode.HALF_UP)));
            default -> composed(answer, ask);
        }
    }

    private static Object number(Object input, String name) {
        return ((Map<?, ?>) input).get(name);
    }

    private String moment(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        return t.of(
                "sla.calculator.moment", f.longDate(LocalDate.ofInstant(instant, question.zone())), f.time(instant));
    }

    private static long second(Object instant) {
        return OffsetDateTime.parse(String.valueOf(instant)).toEpochSecond();
    }

    private void due(Answer answer) {
        if (answer.result() == null) {
            sentence = t.get("sla.calculator.answer.DUE.paused");
            return;
        }
        long due = second(answer.result());
        sentence = t.of("sla.calculator.answer.DUE", moment(due));
        marks.add(second(number(answer.question().get("input"), "start")));
        marks.add(due);
        if (question.inWorkingDays()) {
            int nth = 0;
            boolean begun = false;
            for (Working.Day day : answer.working().days()) {
                if (day.workingDay()) {
                    nth += begun ? 1 : 0;
                    begun = true;
                    workingDays.put(day.date(), nth);
                }
            }
            more.add(t.get("sla.calculator.more.working-days"));
        }
    }

    private void used(Map<?, ?> result) {
        long margin = ((BigDecimal) result.get("margin_seconds")).longValueExact();
        sentence = t.of(
                margin >= 0 ? "sla.calculator.answer.USED.left" : "sla.calculator.answer.USED.over",
                f.duration(result.get("elapsed_seconds")),
                f.duration(Math.abs(margin)));
    }

    private void open(Answer answer, BiFunction<String, Map<String, Object>, Answer> ask) {
        Map<String, Object> input = new LinkedHashMap<>();
        ((Map<?, ?>) answer.question().get("input")).forEach((name, value) -> input.put(String.valueOf(name), value));
        long at = second(input.get("at"));
        marks.add(at);
        sentence = t.of(
                Boolean.TRUE.equals(answer.result()) ? "sla.calculator.answer.OPEN" : "sla.calculator.answer.CLOSED",
                moment(at));
        for (String want : List.of("open", "close")) {
            input.put("want", want);
            Object next = ask.apply("next_transition", input).result();
            more.add(
                    next == null
                            ? t.get("sla.calculator.more.never-" + want)
                            : t.of("sla.calculator.more.next-" + want, moment(second(next))));
        }
    }

    private void availability(Map<?, ?> result) {
        Object percent = result.get("percent_maintenance_removed");
        if (percent == null) {
            sentence = t.get("sla.calculator.answer.AVAILABILITY.none");
        } else {
            boolean met = ((BigDecimal) percent).compareTo(question.number("target")) >= 0;
            sentence = t.of(
                    met ? "sla.calculator.answer.AVAILABILITY.met" : "sla.calculator.answer.AVAILABILITY.breached",
                    f.percent(percent, 4));
        }
        for (String seconds : List.of("agreed", "maintenance", "downtime", "unknown")) {
            facts.put(t.get("sla.calculator.fact." + seconds), f.duration(result.get(seconds + "_seconds")));
        }
        facts.put(t.get("sla.calculator.fact.allowed"), f.duration(result.get("allowed_downtime_seconds_floor")));
        for (String policy : List.of(
                "maintenance_removed",
                "maintenance_counts_as_up",
                "maintenance_and_unknown_removed",
                "unknown_as_down")) {
            facts.put(t.get("sla.calculator.fact." + policy), f.percent(result.get("percent_" + policy), 4));
        }
    }

    private void budget(Map<?, ?> result, BiFunction<String, Map<String, Object>, Answer> ask) {
        BigDecimal total = whole((BigDecimal) result.get("budget_total_seconds"));
        BigDecimal left = whole((BigDecimal) result.get("budget_remaining_seconds"));
        sentence = left.signum() < 0
                ? t.of("sla.calculator.answer.BUDGET.over", f.duration(total), f.duration(left.negate()))
                : t.of(
                        "sla.calculator.answer.BUDGET.left",
                        f.duration(total),
                        f.duration(left),
                        f.percent(result.get("budget_remaining_percent"), 1));
        BigDecimal window = question.number("hours").multiply(BigDecimal.valueOf(3_600));
        BigDecimal lately = question.number("lately").multiply(BigDecimal.valueOf(60));
        BigDecimal rate = (BigDecimal) ask.apply(
                        "burn_rate",
                        members("bad", lately, "total", window, "target_percent", question.number("target")))
                .result();
        facts.put(
                t.get("sla.calculator.fact.burn"),
                t.of("sla.calculator.fact.times", f.number(rate.setScale(2, RoundingMode.HALF_UP))));
        if (rate.signum() > 0) {
            BigDecimal days = question.number("days").multiply(BigDecimal.valueOf(86_400));
            facts.put(t.get("sla.calculator.fact.whole"), f.duration(days.divide(rate, 0, RoundingMode.DOWN)));
            if (left.signum() > 0) {
                facts.put(
                        t.get("sla.calculator.fact.gone"),
                        f.duration(left.multiply(window).divide(lately, 0, RoundingMode.DOWN)));
            }
        }
    }

    private static BigDecimal whole(BigDecimal seconds) {
        return seconds.setScale(0, RoundingMode.FLOOR);
    }

    private void composed(Answer answer, BiFunction<String, Map<String, Object>, Answer> ask) {
        sentence = t.of("sla.calculator.answer.COMPOSED", f.percent(answer.result(), 6));
        more.add(t.get("sla.calculator.more.independent"));
        List<CalculatorQuestion.Part> all = question.parts();
        if (all.stream().allMatch(part -> part.minutes().isEmpty())) {
            return;
        }
        Map<?, ?> outage =
                (Map<?, ?>) ask.apply("dependency_outage", question.outages()).result();
        List<long[]> down = new ArrayList<>();
        for (Object pair : (List<?>) outage.get("outages")) {
            down.add(((List<?>) pair)
                    .stream()
                            .mapToLong(end -> ((BigDecimal) end).longValueExact())
                            .toArray());
        }
        parts = new DayRows(ZoneOffset.UTC);
        all.forEach(part -> row(part.name(), part.minutes()));
        row(t.get("sla.calculator.together"), down);
        more.add(t.of(
                "sla.calculator.more.down", f.duration(((BigDecimal) outage.get("downtime")).longValueExact() * 60)));
    }

    private void row(String name, List<long[]> minutes) {
        long sum = minutes.stream().mapToLong(pair -> pair[1] - pair[0]).sum();
        parts.row(name.length() > 15 ? name.substring(0, 14) + "…" : name, sum == 0 ? "" : f.duration(sum * 60));
        parts.barOfDay("d-open", 0, 86_400);
        minutes.forEach(pair -> parts.barOfDay("d-down", pair[0] * 60, pair[1] * 60));
        lines.add(new CalculatorPage.Line(
                name,
                minutes.isEmpty()
                        ? "–"
                        : String.join(
                                ", ",
                                minutes.stream()
                                        .map(pair -> clock(pair[0]) + "–" + clock(pair[1]))
                                        .toList()),
                "",
                List.of(),
                sum == 0 ? "–" : f.duration(sum * 60)));
    }

    private static String clock(long minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
