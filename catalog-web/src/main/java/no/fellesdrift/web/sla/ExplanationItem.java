package no.fellesdrift.web.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.ResultView;

/**
 * The working of a result.
 *
 * @param arithmetic the division that gives the percentage, exact
 * @param working the sums in seconds that lead to it: agreed time less what is removed, what of it was good, what was
 *     measured; empty for cases
 * @param policy every choice of the agreement that it was computed under, by name
 * @param days the agreed seconds of each local date; empty for what has no agreed time
 */
public record ExplanationItem(
        ResultItem result,
        String arithmetic,
        List<String> working,
        Map<String, Object> policy,
        List<ExplanationView.DayView> days,
        List<StepItem> steps,
        List<ExplanationView.VersionView> versions) {

    /** @param rule the choice that decided what was done with it, {@code name=value}; null where none did */
    public record StepItem(
            String kind,
            String key,
            String service,
            Instant from,
            Instant to,
            long seconds,
            String effect,
            String rule,
            String cause,
            Instant due,
            String priority,
            String note) {

        static StepItem of(ResultView result, ExplanationView.StepView step) {
            return new StepItem(
                    step.kind(),
                    step.key(),
                    step.service(),
                    step.from(),
                    step.to(),
                    step.seconds(),
                    step.effect(),
                    Reasons.rule(result, step),
                    step.cause(),
                    step.due(),
                    step.priority(),
                    step.note());
        }
    }

    static ExplanationItem of(ExplanationView view) {
        ResultView result = view.result();
        return new ExplanationItem(
                ResultItem.of(result),
                result.numerator() == null ? null : result.numerator() + "/" + result.denominator(),
                Reasons.working(result),
                Reasons.policy(result.policy()),
                view.days(),
                view.steps().stream().map(step -> StepItem.of(result, step)).toList(),
                view.versions());
    }
}
