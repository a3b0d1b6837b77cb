package no.fellesdrift.allocation;

import java.time.Instant;
import java.time.YearMonth;
import no.fellesdrift.kernel.Money;

/** A run in a list. */
public record AllocationLine(
        String number,
        YearMonth period,
        RunState state,
        int ledgerEntries,
        Money ledgerTotal,
        Money allocatedTotal,
        Money unsoldCapacity,
        Instant runAt,
        String runBy) {}
