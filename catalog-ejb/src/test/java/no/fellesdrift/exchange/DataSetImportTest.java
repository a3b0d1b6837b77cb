package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.junit.jupiter.api.Test;

class DataSetImportTest {
    @Test
    void the_demo_set_loads() {
        long start = System.nanoTime();
        Database database = Database.fresh();
        long ready = System.nanoTime();
        ImportReport report = DemoData.load(database);
        System.out.println(
                "schema " + (ready - start) / 1_000_000 + " ms, load " + (System.nanoTime() - ready) / 1_000_000);
        assertThat(report.faults()).isEmpty();
        assertThat(report.rows("services.csv")).isEqualTo(33);
    }
}
