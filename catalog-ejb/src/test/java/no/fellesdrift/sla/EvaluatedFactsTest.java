package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.sla.engine.Fact;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

class EvaluatedFactsTest {

    private static final String NOW = "2027-02-10T08:00:00Z";
    private static final Instant JANUARY = Instant.parse("2026-12-31T23:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-01-31T23:00:00Z");

    @Test
    void an_outage_touches_a_month_however_long_before_it_began() throws Exception {
        try (Database database = DemoData.fresh()) {
            database.inTransaction(em -> SlaDesks.measurements(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                    .outages(
                            Batch.of(List.of(
                                    outage("over-before-it", "2026-12-31T22:00:00Z", "2026-12-31T23:00:00Z"),
                                    outage("long-over-before-it", "2026-12-01T22:00:00Z", "2026-12-31T23:00:00Z"),
                                    outage("across-its-beginning", "2026-12-31T22:50:00Z", "2026-12-31T23:00:01Z"),
                                    outage("a-day-across-it", "2026-12-30T23:30:00Z", "2026-12-31T23:30:00Z"),
                                    outage("weeks-across-it", "2026-11-02T08:00:00Z", "2027-01-02T08:00:00Z"),
                                    outage("since-november", "2026-11-03T08:00:00Z", null),
                                    outage("since-an-hour-before", "2026-12-31T22:00:00Z", null),
                                    outage("inside", "2027-01-10T08:00:00Z", "2027-01-10T08:00:10Z"),
                                    outage("across-its-end", "2027-01-31T22:59:59Z", "2027-02-03T08:00:00Z"),
                                    outage("after-it", "2027-01-31T23:00:00Z", "2027-02-03T08:00:00Z"))),
                            false));
            List<String> keys = database.inTransaction(em -> {
                EvaluatedFacts facts = new EvaluatedFacts();
                facts.em = em;
                List<String> read = new ArrayList<>();
                facts.touching(JANUARY, FEBRUARY)
                        .each(
                                List.of("COL-MAIL", "NET-WAN"),
                                (service, of) -> of.stream().map(Fact::key).forEach(read::add));
                return read;
            });
            assertThat(keys)
                    .containsExactlyInAnyOrder(
                            "across-its-beginning",
                            "a-day-across-it",
                            "weeks-across-it",
                            "since-november",
                            "since-an-hour-before",
                            "inside",
                            "across-its-end");
        }
    }

    private static OutageDraft outage(String key, String from, String to) {
        return new OutageDraft(
                key,
                "COL-MAIL",
                null,
                null,
                Instant.parse(from),
                to == null ? null : Instant.parse(to),
                "PROVIDER",
                "FULL",
                null,
                null);
    }
}
