package no.fellesdrift.allocation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.fellesdrift.charge.PeriodClosed;

/** When a period is closed, its last run is final. */
@Dependent
class FinalRuns {

    @Inject
    AllocationRuns runs;

    void onPeriodClosed(@Observes PeriodClosed closed) {
        runs.makeFinal(closed.period());
    }
}
