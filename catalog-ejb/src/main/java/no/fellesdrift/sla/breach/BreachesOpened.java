package no.fellesdrift.sla.breach;

import java.time.YearMonth;
import java.util.List;

/**
 * An evaluation has found broken promises that nobody knew of.
 *
 * @param numbers of the breaches, in order; never empty
 */
public record BreachesOpened(YearMonth period, List<String> numbers) {

    public BreachesOpened {
        numbers = List.copyOf(numbers);
    }
}
