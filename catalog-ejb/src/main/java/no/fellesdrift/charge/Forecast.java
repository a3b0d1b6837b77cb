package no.fellesdrift.charge;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/**
 * What the lines of a calendar year cost as they stand agreed, at prices in force and announced.
 *
 * @param organisation absent for all agencies
 * @param expectedAsIn the month whose use stands for months without readings; absent when no use is known
 * @param lines by service
 */
public record Forecast(
        int year, Optional<OrgNumber> organisation, Optional<YearMonth> expectedAsIn, List<ForecastLine> lines) {

    public Forecast {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return Money.sum(lines.stream().map(ForecastLine::total).toList());
    }

    /** January to December. */
    public List<Money> months() {
        return IntStream.range(0, 12)
                .mapToObj(month -> Money.sum(
                        lines.stream().map(line -> line.months().get(month)).toList()))
                .toList();
    }

    public Money expectedUse() {
        return Money.sum(lines.stream().map(ForecastLine::expectedUse).toList());
    }

    /** Of the services that have one. */
    public Money budget() {
        return Money.sum(lines.stream().flatMap(line -> line.budget().stream()).toList());
    }

    public Money left() {
        return budget().minus(total());
    }

    /** Whether every budget of the year is adopted. */
    public boolean adopted() {
        return lines.stream()
                .allMatch(line -> line.budget().isEmpty() || line.adopted().isPresent());
    }
}
