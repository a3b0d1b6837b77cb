package no.fellesdrift.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.YearMonth;
import no.fellesdrift.exchange.HistoryGenerator;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

class HistoryAroundTheMonthTest {

    @Test
    void generated_history_moves_no_result_of_the_worked_month_nor_of_the_one_before() throws Exception {
        try (Database database = DemoData.fresh()) {
            assertThat(evaluate(database, "2026-09").results()).isEqualTo(157);
            assertThat(evaluate(database, "2026-10").results()).isEqualTo(820);
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                HistoryGenerator.generate(connection, YearMonth.of(2026, 10));
                connection.commit();
            }
            assertThat(evaluate(database, "2026-09").appended()).isZero();
            assertThat(evaluate(database, "2026-10").appended()).isZero();
            assertThat(evaluate(database, "2026-05").results()).isPositive();
        }
    }

    private static EvaluationView evaluate(Database database, String month) {
        return database.inTransaction(em -> SlaDesks.levels(em, Callers.SERVICE_LEVEL_MANAGER, "2026-11-22T00:00:00Z")
                .evaluate(YearMonth.parse(month)));
    }
}
