package no.fellesdrift.job;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.sla.EvaluationView;
import no.fellesdrift.sla.LevelDesk;

/** The service levels of a month, agreement line by agreement line. */
@Dependent
class LevelWork implements Work {

    @Inject
    LevelDesk levels;

    @Override
    public JobKind kind() {
        return JobKind.LEVELS;
    }

    @Override
    public List<String> run(Task task) {
        EvaluationView done = levels.evaluate(YearMonth.parse(task.subject()), task.progress());
        return List.of(String.valueOf(done.results()), String.valueOf(done.appended()));
    }
}
