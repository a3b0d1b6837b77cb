package no.fellesdrift.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeTotals;

/** The charges of a month, agreement line by agreement line. */
@Dependent
class ChargeWork implements Work {

    @Inject
    ChargeDesk charges;

    @Override
    public JobKind kind() {
        return JobKind.CHARGES;
    }

    @Override
    public List<String> run(Task task) {
        ChargeTotals totals = charges.compute(YearMonth.parse(task.subject()), task.progress());
        return List.of(String.valueOf(totals.count()), totals.total().toString());
    }
}
