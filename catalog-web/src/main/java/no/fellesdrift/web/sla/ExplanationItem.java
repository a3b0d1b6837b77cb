package no.fellesdrift.web.sla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.ResultView;

/**
 * The working of a result.
 *
 * @param arithmetic the division that gives the percentage, exact
 * @param policy every choice of the agreement that it was computed under, by name
 */
public record ExplanationItem(
        ResultItem result,
        String arithmetic,
        Map<String, Object> policy,
        List<ExplanationView.StepView> steps,
        List<ExplanationView.VersionView> versions) {

    static ExplanationItem of(ExplanationView view) {
        ResultView result = view.result();
        return new ExplanationItem(
                ResultItem.of(result),
                result.numerator() == null ? null : result.numerator() + "/" + result.denominator(),
                policy(result.policy()),
                view.steps(),
                view.versions());
    }

    /** {@code name=value; …} as a map, in order. */
    static Map<String, Object> policy(String text) {
        Map<String, Object> policy = new LinkedHashMap<>();
        for (String choice : text.split("; ", -1)) {
            int equals = choice.indexOf('=');
            if (equals > 0) {
                policy.put(choice.substring(0, equals), choice.substring(equals + 1));
            }
        }
        return policy;
    }
}
