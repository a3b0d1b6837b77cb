package no.fellesdrift.web.frame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Percentages close to a hundred against a target, in a picture 720 wide and 284 high. The scale ends at a hundred and
 * begins in a round step below the lowest; where nothing was measured the line has a gap.
 */
public final class PointChart {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TOP = BigDecimal.valueOf(20);
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(220);
    private static final int LEFT = 48;
    private static final int RIGHT = 710;
    private static final int STEPS_AT_MOST = 5;

    /**
     * What is to be drawn.
     *
     * @param value null leaves a gap
     * @param target null where none held
     * @param missed whether the value is below what was promised; told by shape and number, not by colour alone
     */
    public record Value(String label, BigDecimal value, BigDecimal target, boolean missed) {}

    /**
     * Where it stands.
     *
     * @param y null for a gap
     * @param targetY null where no target held
     */
    public record Point(Value of, BigDecimal x, BigDecimal left, BigDecimal right, BigDecimal y, BigDecimal targetY) {}

    private final List<Point> points = new ArrayList<>();
    private final List<ColumnChart.Mark> marks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /** @param values in order of time */
    public PointChart(List<Value> values) {
        BigDecimal least = values.stream()
                .flatMap(value -> Stream.of(value.value(), value.target()))
                .filter(Objects::nonNull)
                .reduce(new BigDecimal("99.9"), BigDecimal::min);
        BigDecimal step = step(HUNDRED.subtract(least));
        BigDecimal bottom = HUNDRED;
        while (bottom.compareTo(least) > 0) {
            bottom = bottom.subtract(step);
        }
        for (BigDecimal mark = HUNDRED; mark.compareTo(bottom) >= 0; mark = mark.subtract(step)) {
            marks.add(new ColumnChart.Mark(y(mark, bottom), mark));
        }
        BigDecimal share = BigDecimal.valueOf(RIGHT - LEFT)
                .divide(BigDecimal.valueOf(Math.max(1, values.size())), 2, RoundingMode.DOWN);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            BigDecimal left = BigDecimal.valueOf(LEFT).add(share.multiply(BigDecimal.valueOf(i)));
            BigDecimal x = left.add(share.divide(BigDecimal.valueOf(2), 1, RoundingMode.DOWN));
            BigDecimal y = value.value() == null ? null : y(value.value(), bottom);
            points.add(new Point(
                    value, x, left, left.add(share), y, value.target() == null ? null : y(value.target(), bottom)));
            if (y == null) {
                keep(line);
            } else {
                line.append(x).append(',').append(y).append(' ');
            }
        }
        keep(line);
    }

    private void keep(StringBuilder line) {
        if (line.indexOf(" ") < line.length() - 1) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
    }

    private static BigDecimal step(BigDecimal range) {
        BigDecimal least = range.divide(BigDecimal.valueOf(STEPS_AT_MOST), MathContext.DECIMAL32);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.movePointRight(1);
    }

    private static BigDecimal y(BigDecimal value, BigDecimal bottom) {
        return TOP.add(
                HUNDRED.subtract(value).multiply(HEIGHT).divide(HUNDRED.subtract(bottom), 1, RoundingMode.HALF_UP));
    }

    public List<Point> getPoints() {
        return points;
    }

    public List<ColumnChart.Mark> getMarks() {
        return marks;
    }

    /** Points of each unbroken stretch of at least two months. */
    public List<String> getLines() {
        return lines;
    }
}
