package no.fellesdrift.web.sla.definition;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.definition.CalculatorDesk;
import no.fellesdrift.sla.definition.CalculatorDesk.Answer;
import no.fellesdrift.sla.definition.CalendarDesk;
import no.fellesdrift.sla.definition.Working;
import no.fellesdrift.web.api.Json;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Texts;

/**
 * The calculator: one question in plain words, its answer, and the working on a time line. All that is asked stands in
 * the address, so that a link can be shared; what is not said is an example.
 */
@Named
@RequestScoped
public class CalculatorPage {

    /** More days than this make no picture; the table has them all. */
    private static final int DRAWN = 31;

    @Inject
    CalculatorDesk desk;

    @Inject
    CalendarDesk calendars;

    @Inject
    Texts t;

    @Inject
    Format f;

    @Inject
    HttpServletRequest request;

    private CalculatorQuestion question;
    private CalculatorWords words;
    private Answer answer;

    @PostConstruct
    void open() {
        question = new CalculatorQuestion(
                request, t, calendars.list(PageRequest.first(100)).items(), calendars.today());
        words = new CalculatorWords(t, f, question);
        Map<String, Object> input = question.input();
        if (!question.faults().isEmpty()) {
            return;
        }
        try {
            answer = question.hasCalendar()
                    ? desk.answer(question.kind(), question.calendar().code(), question.on(), input)
                    : desk.answer(question.kind(), input);
            words.answered(answer, desk::answer);
        } catch (Rejection refused) {
            if (refused.violations().isEmpty()) {
                throw refused;
            }
            answer = null;
            refused.violations()
                    .forEach(violation -> question.refused(
                            violation.path(),
                            t.of(violation.key(), violation.arguments().toArray())));
        }
    }

    public String getWhat() {
        return question.what();
    }

    public List<String> getAll() {
        return CalculatorQuestion.ALL;
    }

    public List<CalculatorQuestion.Field> getFields() {
        return question.fields();
    }

    public boolean isWrong() {
        return !question.faults().isEmpty();
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /** The answer in one sentence. */
    public String getSentence() {
        return words.sentence();
    }

    /** What else follows, one sentence each. */
    public List<String> getMore() {
        return words.more();
    }

    /** Name and value of what the answer consists of. */
    public List<Map.Entry<String, String>> getFacts() {
        return List.copyOf(words.facts().entrySet());
    }

    /** The question as {@code POST /api/v1/calculations} takes it. */
    public String getJson() {
        return Json.text(answer.question(), t.language());
    }

    public boolean isDrawn() {
        return answer != null && (answer.working() != null || words.parts() != null);
    }

    public boolean isCut() {
        return answer.working() != null
                && (answer.working().cut() || answer.working().days().size() > DRAWN);
    }

    public int getDrawnDays() {
        return DRAWN;
    }

    /** The kinds of stretches that occur, in the order of the legend. */
    public List<String> getKinds() {
        if (answer.working() == null) {
            return List.of("DOWN");
        }
        List<String> kinds = new ArrayList<>();
        for (Working.Kind kind : Working.Kind.values()) {
            if (answer.working().days().stream().anyMatch(day -> day.seconds(kind) > 0)) {
                kinds.add(kind.name());
            }
        }
        return kinds;
    }

    /** Those beside what counts. */
    public List<String> getTaken() {
        return getKinds().stream()
                .filter(kind -> !kind.equals(Working.Kind.COUNTED.name()))
                .toList();
    }

    public DayRows getPicture() {
        if (answer.working() == null) {
            return words.parts();
        }
        Working working = answer.working();
        ZoneId zone = working.zone();
        DayRows rows = new DayRows(zone);
        for (Working.Day day :
                working.days().subList(0, Math.min(DRAWN, working.days().size()))) {
            rows.row(shortDate(day.date()), words.amount(day));
            long midnight = day.date().atStartOfDay(zone).toEpochSecond();
            long next = day.date().plusDays(1).atStartOfDay(zone).toEpochSecond();
            day.open().forEach(open -> rows.bar("d-open", midnight, next, open.from(), open.to()));
            day.pieces()
                    .forEach(piece -> rows.bar(
                            "d-" + piece.kind().name().toLowerCase(java.util.Locale.ROOT),
                            midnight,
                            next,
                            piece.from(),
                            piece.to()));
            words.marks().stream().filter(at -> at >= midnight && at < next).forEach(rows::mark);
        }
        return rows;
    }

    /** {@code fre. 6.11.} */
    private String shortDate(LocalDate date) {
        return CalculatorWords.weekday(date, t.locale()) + " " + date.getDayOfMonth() + "." + date.getMonthValue()
                + ".";
    }

    /** A line of the table. */
    public record Line(String day, String hours, String counted, List<String> taken, String total) {}

    public List<Line> getLines() {
        if (answer.working() == null) {
            return words.lines();
        }
        List<Line> lines = new ArrayList<>();
        List<String> taken = getTaken();
        for (Working.Day day : answer.working().days()) {
            lines.add(new Line(
                    shortDate(day.date()) + day.date().getYear(),
                    hours(day),
                    day.counted() == 0 ? "–" : f.duration(day.counted()),
                    taken.stream()
                            .map(kind -> day.seconds(Working.Kind.valueOf(kind)))
                            .map(seconds -> seconds == 0 ? "–" : f.duration(seconds))
                            .toList(),
                    f.duration(day.total())));
        }
        return lines;
    }

    private String hours(Working.Day day) {
        if (day.open().isEmpty()) {
            return t.get("sla.calculator.closed");
        }
        List<String> hours = new ArrayList<>();
        long next = day.date().plusDays(1).atStartOfDay(answer.working().zone()).toEpochSecond();
        day.open()
                .forEach(open -> hours.add(time(open.from()) + "–" + (open.to() >= next ? "24:00" : time(open.to()))));
        return String.join(", ", hours);
    }

    private String time(long second) {
        return OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(second), answer.working().zone())
                .toLocalTime()
                .toString();
    }

    /** Numbers as they are shown in a field. */
    static String shown(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    static Map<String, Object> members(Object... members) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            map.put((String) members[i], members[i + 1]);
        }
        return map;
    }
}
