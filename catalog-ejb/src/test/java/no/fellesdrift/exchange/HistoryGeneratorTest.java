package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryGeneratorTest {

    private static final YearMonth WORKED = YearMonth.of(2026, 10);
    private static final long FACTS_END = Instant.parse("2026-06-30T22:00:00Z").toEpochMilli();

    private static Database database;
    private static int made;
    private static long before;

    @BeforeAll
    static void make() throws Exception {
        database = DemoData.fresh();
        before = number("select count(*) from ticket");
        made = generate(database);
    }

    @Test
    void there_is_history_of_every_kind_and_it_is_marked() throws Exception {
        assertThat(number("select count(*) from ticket where source = 'history'"))
                .isBetween(1320L, 1800L);
        assertThat(number("select count(*) from ticket where source <> 'history'"))
                .isEqualTo(before);
        assertThat(number("select count(*) from outage where source = 'history'"))
                .isBetween(42L, 78L);
        assertThat(number("select count(*) from maintenance where source = 'history'"))
                .isEqualTo(12);
        assertThat(number("select count(*) from usage_reading where source = 'history'"))
                .isPositive();
        assertThat(number("select count(distinct left(posted_on, 7)) from ledger_entry where entry like 'HIST-%'"))
                .isEqualTo(11);
    }

    @Test
    void no_fact_of_it_reaches_the_quarter_before_the_worked_month() throws Exception {
        for (String latest : List.of(
                "select max(ended_at) from outage",
                "select max(window_to_at) from maintenance",
                "select max(actual_to_at) from maintenance",
                "select max(resolved_at) from ticket",
                "select max(recorded_at) from usage_reading")) {
            assertThat(number(latest + " where source = 'history'")).as(latest).isLessThan(FACTS_END);
        }
        assertThat(number("select count(*) from ticket where source = 'history' and resolved_at is null"))
                .isZero();
    }

    @Test
    void the_ledger_of_the_worked_month_stays_as_it_was() throws Exception {
        assertThat(number("select count(*) from ledger_entry where entry like 'HIST-%' and posted_on >= '2026-10-01'"))
                .isZero();
    }

    @Test
    void the_same_set_gives_the_same_history() throws Exception {
        try (Database again = DemoData.fresh()) {
            assertThat(generate(again)).isEqualTo(made);
            assertThat(text(again, SUM)).isEqualTo(text(database, SUM));
        }
    }

    private static final String SUM = "select concat((select sum(opened_at) from ticket), ' ',"
            + " (select sum(ended_at) from outage), ' ', (select sum(amount) from ledger_entry), ' ',"
            + " (select sum(quantity) from usage_reading))";

    private static int generate(Database into) throws Exception {
        try (Connection connection = into.connect()) {
            connection.setAutoCommit(false);
            int rows = HistoryGenerator.generate(connection, WORKED);
            connection.commit();
            return rows;
        }
    }

    private static long number(String sql) throws Exception {
        return Long.parseLong(text(database, sql));
    }

    private static String text(Database from, String sql) throws Exception {
        try (Connection connection = from.connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
