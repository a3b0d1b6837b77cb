package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

/** What comes later with other rules changes nothing of what was promised before. */
class SucceedingVersionsTest {

    @Test
    void a_coming_version_with_a_tighter_limit_does_not_judge_the_cases_of_a_month_before_it() throws Exception {
        try (Database database = DemoData.fresh()) {
            assertThat(evaluate(database).results()).isEqualTo(820);
            succeed(
                    database,
                    """
                    create temporary table coming as select * from service_level
                    where measure in ('RESPONSE', 'RESOLUTION') and threshold_seconds is not null and valid_to is null
                    """,
                    "update coming set id = id + 100000, threshold_seconds = 1, valid_from = '2027-01-01'",
                    "update service_level s join coming c on c.level = s.level and s.valid_to is null set s.valid_to ="
                            + " '2027-01-01'",
                    "insert into service_level select * from coming",
                    """
                    insert into service_level (id, level, package, measure, target_percent, threshold_seconds, calendar,
                        period, clock_start, boundary, pauses, counting, display_decimals, consequence, valid_from)
                    values (900000, 'S-NEW', 'STANDARD24', 'RESPONSE', 90, 1, '24X7', 'MONTH', 'OPENED', 'END_OF_PERIOD',
                        'IGNORE', 'ONCE_STOP_OR_DUE', 4, 'NONE', '2027-01-01')
                    """);
            assertThat(evaluate(database).appended()).isZero();
        }
    }

    @Test
    void a_working_day_is_one_of_the_calendar_that_holds_on_it() throws Exception {
        try (Database database = DemoData.fresh()) {
            succeed(database, "update service_calendar set valid_to = '2027-01-01' where code = 'OFFICE'", """
                    insert into service_calendar (id, code, calendar_version, name_nb, name_nn, name_en, zone, valid_from)
                    values (900001, 'OFFICE', 2, 'a', 'b', 'c', 'Europe/Oslo', '2027-01-01')
                    """, """
                    insert into service_calendar_range (service_calendar_id, kind, day, from_time, to_time)
                    values (900001, 'WEEKLY', 'SAT', '10:00', '14:00')
                    """);
            try (Connection connection = database.connect()) {
                WorkingDays days = WorkingDays.of(connection);
                assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 30))).isTrue();
                assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
                assertThat(days.isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
                assertThat(days.isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
            }
        }
    }

    @Test
    void a_line_is_judged_by_the_package_that_it_is_promised_in_the_month() throws Exception {
        try (Database database = DemoData.fresh()) {
            assertThat(evaluate(database).results()).isEqualTo(820);
            succeed(database, """
                    insert into agreement_line_package (line, valid_from, service_level_package, reason, decided_by,
                        decided_at)
                    values ('RA-050', '2026-11-01', 'OFFICE', 'Agreed', 'p-slm', 0)
                    """);
            assertThat(evaluate(database).appended()).isZero();
            succeed(database, "update agreement_line_package set valid_from = '2026-10-01'");
            assertThat(evaluate(database).appended()).isPositive();
            try (Connection connection = database.connect()) {
                assertThat(Rows.list(
                                connection,
                                "select distinct level from sla_result where line = 'RA-050' and period = '2026-10'"
                                        + " order by level",
                                List.of(),
                                row -> row.getString(1)))
                        .contains("O-AV", "O-LT", "O-RE3", "O-RS");
            }
        }
    }

    private static void succeed(Database database, String... statements) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static EvaluationView evaluate(Database database) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                .evaluate(YearMonth.of(2026, 10)));
    }
}
