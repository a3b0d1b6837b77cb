package no.fellesdrift.charge.claim;

import java.time.YearMonth;
import java.util.Optional;

/** Which claims a list shows; what is absent narrows nothing. */
public record ClaimFilter(Optional<YearMonth> period, Optional<ClaimState> state) {
    public static final ClaimFilter ALL = new ClaimFilter(Optional.empty(), Optional.empty());
}
