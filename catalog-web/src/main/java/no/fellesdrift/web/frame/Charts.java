package no.fellesdrift.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Points of the small lines on tiles, inside a picture 160 wide and 40 high, and the small columns of a year. */
@Named
@ApplicationScoped
public class Charts {

    /** @param values in order of time; none draws nothing */
    public String points(List<? extends Number> values) {
        if (values == null || values.isEmpty()) {
            return "";
        }
        List<BigDecimal> known = new ArrayList<>();
        values.forEach(value -> known.add(new BigDecimal(String.valueOf(value))));
        BigDecimal least = Collections.min(known).min(BigDecimal.ZERO);
        BigDecimal range = Collections.max(known).subtract(least);
        List<String> points = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            BigDecimal x = BigDecimal.valueOf(4)
                    .add(BigDecimal.valueOf(152L * i)
                            .divide(BigDecimal.valueOf(Math.max(1, known.size() - 1)), 1, RoundingMode.HALF_UP));
            BigDecimal height = range.signum() == 0
                    ? BigDecimal.valueOf(16)
                    : known.get(i)
                            .subtract(least)
                            .multiply(BigDecimal.valueOf(32))
                            .divide(range, 1, RoundingMode.HALF_UP);
            points.add(x + "," + BigDecimal.valueOf(38).subtract(height));
        }
        return String.join(" ", points);
    }

    /** Where a small column stands, and how high, in a picture 120 wide and 32 high. */
    public record Small(int x, BigDecimal y, BigDecimal height) {}

    /** @param values of twelve months; what is zero or below has no column */
    public List<Small> columns(List<? extends Number> values) {
        List<BigDecimal> known = new ArrayList<>();
        values.forEach(value -> known.add(new BigDecimal(String.valueOf(value)).max(BigDecimal.ZERO)));
        BigDecimal most = known.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        List<Small> columns = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            BigDecimal height = most.signum() == 0
                    ? BigDecimal.ZERO
                    : known.get(i).multiply(BigDecimal.valueOf(30)).divide(most, 1, RoundingMode.HALF_UP);
            columns.add(new Small(i * 10 + 1, BigDecimal.valueOf(31).subtract(height), height));
        }
        return columns;
    }
}
