package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExclusionDeskTest {

    private static final String NOW = "2026-11-22T08:00:00Z";
    private static Database database;

    @BeforeAll
    static void load() throws Exception {
        database = DemoData.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_month_lists_its_exclusions_newest_first_and_an_agency_sees_its_own() {
        assertThat(keys(Callers.SERVICE_LEVEL_MANAGER, "2026-10")).containsExactly("F-0003", "F-0002", "F-0001");
        assertThat(keys(Callers.RA_APPROVER, "2026-10")).containsExactly("F-0001");
        assertThat(keys(Callers.NP_APPROVER, "2026-10")).containsExactly("F-0003");
        assertThat(keys(Callers.SERVICE_LEVEL_MANAGER, "2026-09")).isEmpty();
    }

    @Test
    void the_list_says_which_wait_and_can_be_sorted_and_handed_out_whole() {
        List<ExclusionLine> all = new ArrayList<>();
        database.transaction(em -> SlaDesks.exclusions(em, Callers.SERVICE_LEVEL_MANAGER, NOW)
                .forEachOfMonth(month("2026-10"), List.of("key"), all::add));
        assertThat(all).extracting(ExclusionLine::key).containsExactly("F-0001", "F-0002", "F-0003");
        assertThat(all.stream().filter(line -> line.approved() == null))
                .extracting(ExclusionLine::key)
                .containsExactly("F-0002");
    }

    @Test
    void the_level_manager_and_an_agency_s_approver_propose_and_an_orderer_does_not() {
        assertThat(proposes(Callers.SERVICE_LEVEL_MANAGER)).isTrue();
        assertThat(proposes(Callers.RA_APPROVER)).isTrue();
        assertThat(proposes(Callers.RA_ORDERER)).isFalse();
        assertThat(proposes(Callers.ORDER_DESK)).isFalse();
    }

    private static boolean proposes(Caller caller) {
        return database.inTransaction(em -> SlaDesks.exclusions(em, caller, NOW).mayPropose());
    }

    private static List<String> keys(Caller caller, String month) {
        return database.inTransaction(
                em -> SlaDesks.exclusions(em, caller, NOW).ofMonth(month(month), PageRequest.first(50)).items().stream()
                        .map(ExclusionLine::key)
                        .toList());
    }

    private static FactQuery month(String month) {
        return new FactQuery(YearMonth.parse(month), Optional.empty(), null);
    }
}
