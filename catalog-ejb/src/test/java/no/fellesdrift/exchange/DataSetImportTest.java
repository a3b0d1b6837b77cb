package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DataSetImportTest {

    private static Database database;
    private static ImportReport report;

    @BeforeAll
    static void load() {
        database = Database.fresh();
        report = DemoData.load(database);
    }

    @Test
    void the_demo_set_is_sound_and_stored() {
        assertThat(report.faults()).isEmpty();
        assertThat(report.stored()).isTrue();
    }

    @Test
    void every_file_has_the_rows_it_is_known_for() {
        Map<String, Integer> rows = new LinkedHashMap<>();
        report.files().forEach(file -> rows.put(file.file(), file.rows()));
        assertThat(rows)
                .hasSize(42)
                .containsEntry("organisations.csv", 8)
                .containsEntry("suppliers.csv", 9)
                .containsEntry("people.csv", 43)
                .containsEntry("categories.csv", 11)
                .containsEntry("services.csv", 33)
                .containsEntry("offerings.csv", 43)
                .containsEntry("order_forms.json", 13)
                .containsEntry("prices.csv", 86)
                .containsEntry("price_tiers.csv", 22)
                .containsEntry("agreements.csv", 8)
                .containsEntry("agreement_lines.csv", 204)
                .containsEntry("orders_history.csv", 57)
                .containsEntry("calendars.json", 3)
                .containsEntry("service_levels.csv", 33)
                .containsEntry("outages.csv", 44)
                .containsEntry("maintenance.csv", 12)
                .containsEntry("tickets.csv", 402)
                .containsEntry("usage.csv", 88)
                .containsEntry("ledger.csv", 150)
                .containsEntry("cost_pools.csv", 15)
                .containsEntry("budgets.csv", 284);
    }

    @Test
    void every_row_stands_in_its_table() throws Exception {
        assertThat(count("organisation")).isEqualTo(16);
        assertThat(count("service")).isEqualTo(33);
        assertThat(count("service s join organisation o on o.orgnr = s.delivered_by where o.short_name = 'SIKT'"))
                .isEqualTo(8);
        assertThat(count("offering")).isEqualTo(43);
        assertThat(count("price")).isEqualTo(86);
        assertThat(count("agreement_line")).isEqualTo(171);
        assertThat(count("agreement_line_row")).isEqualTo(204);
        assertThat(count("service_order")).isEqualTo(57);
        assertThat(count("order_item")).isEqualTo(57);
        assertThat(count("upstream_order")).isEqualTo(10);
        assertThat(count("service_order where agreement is null")).isZero();
        assertThat(count("service_level")).isEqualTo(33);
        assertThat(count("ticket")).isEqualTo(402);
        assertThat(count("person_role")).isEqualTo(47);
    }

    @Test
    void an_order_has_its_steps_in_order() throws Exception {
        try (Connection connection = database.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select group_concat(action order by id), group_concat(by_name order by id)"
                                + " from order_step where order_number = 'B-2026-0039'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("submit,approve,receive,route,place-upstream,confirm-upstream");
            assertThat(rows.getString(2))
                    .isEqualTo("Guro Sætherlund,Mats Rognli,Miljødirektoratet,Miljødirektoratet,Miljødirektoratet,"
                            + "Miljødirektoratet");
        }
    }

    @Test
    void instants_are_kept_to_the_second_in_utc() throws Exception {
        assertThat(value("select started_at from outage where source_key = 'U-0001'"))
                .isEqualTo("1788393600000");
    }

    private static long count(String fromWhere) throws Exception {
        return Long.parseLong(value("select count(*) from " + fromWhere));
    }

    private static String value(String sql) throws Exception {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
