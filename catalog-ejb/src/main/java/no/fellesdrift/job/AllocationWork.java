package no.fellesdrift.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.allocation.AllocationDesk;
import no.fellesdrift.allocation.AllocationView;

/** The cost shares of a month, pool by pool. Done again, it supersedes what it made before. */
@Dependent
class AllocationWork implements Work {

    @Inject
    AllocationDesk allocations;

    @Override
    public JobKind kind() {
        return JobKind.ALLOCATION;
    }

    @Override
    public List<String> run(Task task) {
        AllocationView run = allocations.run(YearMonth.parse(task.subject()), task.progress());
        return List.of(run.number(), run.ledgerTotal().toString());
    }
}
