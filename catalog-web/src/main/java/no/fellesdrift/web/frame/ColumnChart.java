package no.fellesdrift.web.frame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where the columns, the lines of the scale and a level that cuts across stand, in a picture 950 wide and 222 high. The
 * scale begins at zero; values below it are drawn as zero, and stand in the table.
 */
public final class ColumnChart {

    private static final BigDecimal FOOT = BigDecimal.valueOf(190);
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(170);
    private static final int LEFT = 56;
    private static final int RIGHT = 946;
    private static final int STEPS_AT_MOST = 5;

    /** A column with what stands under it, and the value it shows; null where there is none. */
    public record Column(
            BigDecimal x,
            BigDecimal y,
            BigDecimal width,
            BigDecimal height,
            BigDecimal middle,
            String label,
            BigDecimal value) {}

    /** A line of the scale and its number. */
    public record Mark(BigDecimal y, BigDecimal value) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final BigDecimal level;

    /**
     * @param values in order, as many as labels; null leaves a gap
     * @param level drawn across; null for none
     */
    public ColumnChart(List<BigDecimal> values, List<String> labels, BigDecimal level) {
        BigDecimal most = values.stream()
                .filter(Objects::nonNull)
                .reduce(level == null ? BigDecimal.ZERO : level, BigDecimal::max);
        BigDecimal step = step(most);
        BigDecimal top = BigDecimal.ZERO;
        while (top.compareTo(most) < 0) {
            top = top.add(step);
        }
        for (BigDecimal value = BigDecimal.ZERO; value.compareTo(top) <= 0; value = value.add(step)) {
            marks.add(new Mark(y(value, top), value));
        }
        BigDecimal share = BigDecimal.valueOf(RIGHT - LEFT)
                .divide(BigDecimal.valueOf(Math.max(1, values.size())), 2, RoundingMode.DOWN);
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            BigDecimal y = y(value == null ? BigDecimal.ZERO : value.max(BigDecimal.ZERO), top);
            BigDecimal left = BigDecimal.valueOf(LEFT).add(share.multiply(BigDecimal.valueOf(i)));
            BigDecimal width = share.multiply(new BigDecimal("0.6")).setScale(1, RoundingMode.DOWN);
            columns.add(new Column(
                    left.add(share.multiply(new BigDecimal("0.2"))).setScale(1, RoundingMode.DOWN),
                    y,
                    width,
                    FOOT.subtract(y),
                    left.add(share.divide(BigDecimal.valueOf(2), 1, RoundingMode.DOWN)),
                    labels.get(i),
                    value));
        }
        this.level = level == null ? null : y(level, top);
    }

    /** The smallest of 1, 2 and 5 times a power of ten that reaches the top in a few steps. */
    private static BigDecimal step(BigDecimal most) {
        if (most.signum() <= 0) {
            return BigDecimal.ONE;
        }
        BigDecimal least = most.divide(BigDecimal.valueOf(STEPS_AT_MOST), MathContext.DECIMAL32);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.movePointRight(1);
    }

    private static BigDecimal y(BigDecimal value, BigDecimal top) {
        return top.signum() == 0 ? FOOT : FOOT.subtract(value.multiply(HEIGHT).divide(top, 1, RoundingMode.HALF_UP));
    }

    public List<Column> getColumns() {
        return columns;
    }

    public List<Mark> getMarks() {
        return marks;
    }

    /** Null when nothing cuts across. */
    public BigDecimal getLevel() {
        return level;
    }
}
