package no.fellesdrift.allocation;

import java.time.YearMonth;
import java.util.Optional;

/** Which runs are wanted; an absent part does not narrow. */
public record AllocationFilter(Optional<YearMonth> period, Optional<RunState> state) {

    public static AllocationFilter of(YearMonth period) {
        return new AllocationFilter(Optional.of(period), Optional.empty());
    }
}
