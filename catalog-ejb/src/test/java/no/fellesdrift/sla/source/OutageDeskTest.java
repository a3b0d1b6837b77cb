package no.fellesdrift.sla.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Outages by hand. */
class OutageDeskTest {

    private static final String NOW = "2026-11-05T05:00:00Z";

    private static Database database;

    @BeforeAll
    static void load() {
        database = DemoData.fresh();
    }

    private static <T> T as(Caller caller, Function<OutageDesk, T> work) {
        return database.inTransaction(
                em -> work.apply(SourceDesks.wiring(em, caller, NOW).get(OutageDesk.class)));
    }

    private static OutageForm form(String agency, String from, String to) {
        return new OutageForm(
                "NET-LAN",
                null,
                agency,
                Instant.parse(from),
                to == null ? null : Instant.parse(to),
                "PROVIDER",
                "FULL",
                "Svitsj nede",
                "Ingen overvåking så det");
    }

    @Test
    void an_outage_that_lasts_ends_with_a_button() {
        OutageView lasting =
                as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.record(form(null, "2026-11-05T04:00:00Z", null)));
        assertThat(lasting.endedAt()).isNull();
        OutageView ended = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.end(lasting.source(), lasting.outage()));
        assertThat(ended.endedAt()).isEqualTo(Instant.parse(NOW));
        assertThat(ended.version()).isEqualTo(2);
        assertThatThrownBy(
                        () -> as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.end(lasting.source(), lasting.outage())))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.OUTAGE_ENDED));
    }

    @Test
    void a_correction_of_what_a_machine_told_is_a_new_version_of_the_same_fact() {
        OutageView told = as(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.one("monitoring", "U-0001"));
        OutageView corrected = as(
                Callers.SERVICE_LEVEL_MANAGER,
                desk -> desk.correct(
                        "monitoring",
                        "U-0001",
                        told.version(),
                        new OutageForm(
                                told.service(),
                                told.offering(),
                                told.agency(),
                                told.startedAt(),
                                told.endedAt().minusSeconds(600),
                                told.causedBy(),
                                told.impact(),
                                told.text(),
                                "Loggen til Sikt viser 06:20")));
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(OutageDeskTest.<List<OutageView>>as(
                        Callers.SERVICE_LEVEL_MANAGER, desk -> desk.versions("monitoring", "U-0001")))
                .extracting(OutageView::endedAt)
                .containsExactly(told.endedAt(), told.endedAt().minusSeconds(600));
    }

    @Test
    void an_outage_of_one_agency_is_not_found_by_another() {
        OutageView own = as(
                Callers.SERVICE_LEVEL_MANAGER,
                desk -> desk.record(form(Callers.RA.digits(), "2026-11-04T04:00:00Z", "2026-11-04T05:00:00Z")));
        assertThat(as(Callers.RA_ORDERER, desk -> desk.one(own.source(), own.outage()))
                        .text())
                .isEqualTo("Svitsj nede");
        assertThatThrownBy(() -> as(Callers.NP_ORDERER, desk -> desk.one(own.source(), own.outage())))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.UNKNOWN_OUTAGE));
    }

    @Test
    void an_outage_does_not_end_in_the_future() {
        assertThatThrownBy(() -> as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        desk -> desk.record(form(null, "2026-11-05T04:00:00Z", "2026-11-05T06:00:00Z"))))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.END_IN_FUTURE));
    }
}
