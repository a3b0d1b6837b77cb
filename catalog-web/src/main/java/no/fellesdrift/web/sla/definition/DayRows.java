package no.fellesdrift.web.sla.definition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Days, or parts of a service, as lines above each other on one scale of hours, in a picture 720 wide. Where things stand
 * is where the wall clock shows them: an hour that a clock change leaves out is a gap, one that it repeats is drawn once.
 */
public final class DayRows {

    private static final int LEFT = 118;
    private static final int WIDTH = 480;
    private static final int TOP = 24;
    private static final int STEP = 26;
    private static final int SECONDS = 86_400;

    /** A stretch; {@code css} says by colour, height and hatching what it is. */
    public record Bar(String css, BigDecimal x, int y, BigDecimal width, int height) {}

    /** A short line across its row. */
    public record Mark(BigDecimal x, int y1, int y2) {}

    /** @param y of its words */
    public record Row(String label, String amount, int y, int line, List<Bar> bars, List<Mark> marks) {}

    public record Hour(BigDecimal x, String label) {}

    private final ZoneId zone;
    private final List<Row> rows = new ArrayList<>();
    private final List<Hour> hours = new ArrayList<>();

    public DayRows(ZoneId zone) {
        this.zone = zone;
        for (int hour = 0; hour <= 24; hour += 3) {
            hours.add(new Hour(x(hour * 3_600L), hour < 10 ? "0" + hour : String.valueOf(hour)));
        }
    }

    void row(String label, String amount) {
        int top = TOP + rows.size() * STEP;
        rows.add(new Row(label, amount, top + 17, top + STEP, new ArrayList<>(), new ArrayList<>()));
    }

    /** Adds a stretch of the day from the instant {@code midnight} to the next, to the last row. */
    void bar(String css, long midnight, long next, long from, long to) {
        int start = from <= midnight ? 0 : wall(from);
        barOfDay(css, start, to >= next ? SECONDS : Math.max(start, wall(to)));
    }

    /** The same by seconds of the day. */
    void barOfDay(String css, long from, long to) {
        int top = TOP + (rows.size() - 1) * STEP;
        int height = switch (css) {
            case "d-open" -> 16;
            case "d-maintenance", "d-paused" -> 10;
            case "d-unknown" -> 6;
            default -> 16;
        };
        BigDecimal x = x(Math.max(0, from));
        rows.get(rows.size() - 1)
                .bars()
                .add(new Bar(
                        css,
                        x,
                        top + 5 + (16 - height),
                        x(Math.min(SECONDS, to)).subtract(x),
                        height));
    }

    void mark(long at) {
        int top = TOP + (rows.size() - 1) * STEP;
        rows.get(rows.size() - 1).marks().add(new Mark(x(wall(at)), top + 1, top + STEP - 1));
    }

    private int wall(long at) {
        return LocalTime.ofInstant(Instant.ofEpochSecond(at), zone).toSecondOfDay();
    }

    private static BigDecimal x(long second) {
        return BigDecimal.valueOf(LEFT)
                .add(BigDecimal.valueOf(second * WIDTH).divide(BigDecimal.valueOf(SECONDS), 1, RoundingMode.HALF_UP));
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Hour> getHours() {
        return hours;
    }

    public int getHeight() {
        return TOP + rows.size() * STEP + 4;
    }

    public int getFoot() {
        return TOP + rows.size() * STEP;
    }
}
