package no.fellesdrift.sla.report;

import java.util.List;
import no.fellesdrift.sla.ResultView;

/**
 * A result that changed after it had been published.
 *
 * @param report the number of the report that it was published in
 * @param correction the number of the correction that tells of it; null while there is none that the reader sees
 * @param why as the correction says; null while nothing is said
 * @param facts what counts otherwise than before, {@code OUTAGE O-0012}; by key
 * @param policy whether it was computed under other choices than before
 */
public record ChangeView(
        String report,
        String organisationName,
        ResultView before,
        ResultView after,
        String correction,
        String why,
        List<Fact> facts,
        boolean policy) {

    public ChangeView {
        facts = List.copyOf(facts);
    }

    /** @param kind as in {@link no.fellesdrift.sla.engine.Step.Kind} */
    public record Fact(String kind, String key) {}
}
