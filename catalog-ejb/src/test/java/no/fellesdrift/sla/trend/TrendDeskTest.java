package no.fellesdrift.sla.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked month and the one before it, as trends. */
class TrendDeskTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static Database database;

    @BeforeAll
    static void load() {
        database = DemoData.fresh();
    }

    private static Dashboard dashboard(Caller caller, Optional<OrgNumber> organisation, Optional<String> service) {
        return database.inTransaction(em -> Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneOffset.UTC))
                .get(TrendDesk.class)
                .dashboard(Optional.empty(), organisation, service));
    }

    private static Dashboard.Row row(Dashboard shown, String service) {
        return shown.services().stream()
                .filter(row -> row.code().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void months_begin_with_the_first_that_has_a_result() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        assertThat(shown.until()).isEqualTo(OCTOBER);
        assertThat(shown.months()).containsExactly(YearMonth.of(2026, 9), OCTOBER);
        assertThat(shown.services()).allSatisfy(row -> assertThat(row.cells()).hasSize(2));
        assertThat(shown.organisations()).hasSize(6);
    }

    @Test
    void a_service_says_how_many_of_its_levels_were_missed() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        Dashboard.Cell october = row(shown, "COL-MAIL").cells().get(1);
        assertThat(october.breached()).isEqualTo(8);
        assertThat(october.status()).isEqualTo(ResultStatus.BREACHED);
    }

    @Test
    void causes_add_up_to_the_downtime_of_the_results() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        assertThat(shown.causes()).extracting(Dashboard.Causes::period).containsExactly(YearMonth.of(2026, 9), OCTOBER);
        assertThat(shown.causes().get(1).all() / 3_600).isEqualTo(440);
    }

    @Test
    void the_budget_with_least_left_comes_first() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        assertThat(shown.budgets()).hasSize(Trends.SHOWN);
        Dashboard.Budget worst = shown.budgets().get(0);
        assertThat(worst.line()).isEqualTo("RA-200");
        assertThat(worst.usedPercent()).isEqualTo(4_264);
    }

    @Test
    void an_outage_without_an_end_lasts_now() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        assertThat(shown.outages()).singleElement().satisfies(outage -> {
            assertThat(outage.since()).isEqualTo(Instant.parse("2026-10-30T13:20:00Z"));
            assertThat(outage.cause()).isEqualTo("PROVIDER");
        });
    }

    @Test
    void a_day_shows_the_minutes_that_count_and_marks_those_that_are_excused() {
        Dashboard shown = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.empty());
        Dashboard.Days container = shown.days().stream()
                .filter(days -> days.name().equals("Containerplattform"))
                .findFirst()
                .orElseThrow();
        assertThat(container.days()).hasSize(31);
        assertThat(container.days().get(5)).isEqualTo(new Dashboard.Day(LocalDate.of(2026, 10, 6), 90, false));
        assertThat(container.days().get(3)).isEqualTo(new Dashboard.Day(LocalDate.of(2026, 10, 4), 0, true));
    }

    @Test
    void an_agency_sees_its_own_and_no_other() {
        Dashboard own = dashboard(Callers.RA_ORDERER, Optional.empty(), Optional.empty());
        assertThat(own.organisations()).isEmpty();
        assertThat(own.budgets()).allSatisfy(budget -> assertThat(budget.line()).startsWith("RA-"));
        assertThatThrownBy(
                        () -> dashboard(Callers.RA_ORDERER, Optional.of(OrgNumber.of("971022264")), Optional.empty()))
                .isInstanceOf(Rejection.class);
    }

    @Test
    void one_service_alone_is_shown_when_it_is_asked_for() {
        Dashboard mail = dashboard(Callers.SERVICE_LEVEL_MANAGER, Optional.empty(), Optional.of("COL-MAIL"));
        assertThat(mail.services()).extracting(Dashboard.Row::code).containsExactly("COL-MAIL");
        assertThat(mail.outages()).isEmpty();
    }
}
