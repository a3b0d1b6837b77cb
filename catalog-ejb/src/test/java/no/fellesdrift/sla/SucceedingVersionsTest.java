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

    @Test
    void a_month_in_which_the_service_hours_change_is_evaluated_each_day_by_the_hours_that_hold_on_it()
            throws Exception {
        try (Database database = DemoData.fresh()) {
            succeed(database, "update service_calendar set valid_to = '2026-10-15' where code = 'OFFICE'", """
                    insert into service_calendar (id, code, calendar_version, name_nb, name_nn, name_en, zone, valid_from)
                    values (900001, 'OFFICE', 2, 'a', 'b', 'c', 'Europe/Oslo', '2026-10-15')
                    """, """
                    insert into service_calendar_range (service_calendar_id, kind, day, from_time, to_time)
                    values (900001, 'WEEKLY', 'MON', '09:00', '15:00'), (900001, 'WEEKLY', 'TUE', '09:00', '15:00'),
                           (900001, 'WEEKLY', 'WED', '09:00', '15:00'), (900001, 'WEEKLY', 'THU', '09:00', '15:00'),
                           (900001, 'WEEKLY', 'FRI', '09:00', '15:00')
                    """);
            assertThat(evaluate(database).results()).isEqualTo(820);
            try (Connection connection = database.connect()) {
                assertThat(Rows.list(
                                connection,
                                "select distinct status from sla_result where period = '2026-10' order by status",
                                List.of(),
                                row -> row.getString(1)))
                        .doesNotContain("NOT_EVALUATED");
                // ten days of eight and a half hours, then twelve of six
                assertThat(Rows.list(
                                connection,
                                "select concat_ws(' ', agreed_seconds, regexp_substr(policy, 'calendar=[^;]*')) from"
                                        + " sla_result where line = 'RA-030' and level = 'O-AV'",
                                List.of(),
                                row -> row.getString(1)))
                        .containsExactly(10 * 30_600 + 12 * 21_600 + " calendar=OFFICE v1, v2");
            }
            List<ExplanationView.DayView> days = database.inTransaction(
                            em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                                    .explanation("2026-10~RA-030~O-AV~1"))
                    .days();
            assertThat(days).contains(day("2026-10-14", 30_600), day("2026-10-15", 21_600), day("2026-10-17", 0));
            assertThat(days)
                    .hasSize(31)
                    .extracting(ExplanationView.DayView::seconds)
                    .satisfies(all -> assertThat(
                                    all.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(565_200));
        }
    }

    @Test
    void a_month_in_which_a_line_is_promised_another_package_has_a_part_of_each() throws Exception {
        try (Database database = DemoData.fresh()) {
            succeed(database, """
                    insert into agreement_line_package (line, valid_from, service_level_package, reason, decided_by,
                        decided_at)
                    values ('RA-030', '2026-10-15', 'STANDARD24', 'Agreed', 'p-slm', 0)
                    """);
            evaluate(database);
            try (Connection connection = database.connect()) {
                // ten days of office hours; seventeen days around the clock, one of them of twenty-five hours
                assertThat(Rows.list(
                                connection,
                                "select concat_ws(' ', level, agreed_seconds) from sla_result where line = 'RA-030'"
                                        + " and measure = 'AVAILABILITY' order by level",
                                List.of(),
                                row -> row.getString(1)))
                        .containsExactly("O-AV " + 10 * 30_600, "S-AV " + (17 * 86_400 + 3_600));
            }
        }
    }

    private static ExplanationView.DayView day(String date, long seconds) {
        return new ExplanationView.DayView(LocalDate.parse(date), seconds);
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
