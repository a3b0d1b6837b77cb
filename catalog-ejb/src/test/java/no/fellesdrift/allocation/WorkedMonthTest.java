package no.fellesdrift.allocation;

import static no.fellesdrift.charge.WorkedMonth.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.WorkedMonth;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/worked-month.md works out by hand is what the product computes, and is printed there. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class WorkedMonthTest {

    /** Number and amount, in the order of the page. */
    private static final List<String> CHARGES = List.of(
            "ADB-010~BASE~2026-10-01~MONTH 8680.65",
            "ADB-010~BASE~2026-10-06~MONTH 16134.68",
            "ADB-010~BASE~2026-10-15~MONTH 31909.27",
            "ADB-010~ETABLERING~2026-10-06~ONE_OFF~B-2026-0033 4350.00",
            "RA-140~BASE~2026-10-10~MONTH 1107.10",
            "RA-150~BASE~2026-10-01~MONTH 5380.65",
            "MDIR-010~BASE~2026-10-01~MONTH 176568.47",
            "NP-100~BASE~2026-10-01~QUARTER 38616.67",
            "KMF-200~BASE~2026-10-01~MONTH 916.90",
            "KMF-200~BASE~2026-10-20~MONTH 630.19",
            "MET-070~BASE~2026-10-05~YEAR 2003.23",
            "MDIR-050~BASE~2026-10-01~MONTH 1680.00",
            "NP-010~ETABLERING~2026-10-13~ONE_OFF~B-2026-0044 6930.00",
            "NP-140~ETABLERING~2026-10-30~ONE_OFF~B-2026-0055 1950.00",
            "MDIR-040~SIDER~2026-10-01~USAGE_FLAT 18491.66",
            "ADB-160~VOLUM~2026-10-01~USAGE_VOLUME 25768.75",
            "RA-070~LAGRING~2026-10-01~USAGE_GRADUATED 3102.41",
            "ADB-170~REGNEKRAFT~2026-10-01~USAGE_GRADUATED 74.68",
            "ADB-310~SKANNET~2026-10-01~USAGE_GRADUATED 300.00",
            "RA-240~KALL~2026-09-01~CORRECTION~2026-10 763.22",
            "NP-200~REGNEKRAFT~2026-09-01~CORRECTION~2026-10 67.17");

    private static Database database;
    private static List<String> page;

    @BeforeAll
    static void october() throws IOException {
        database = DemoData.fresh();
        page = Files.readAllLines(Path.of(System.getProperty("project.root"), "docs", "worked-month.md"));
    }

    @Test
    void the_charges_of_the_page_are_the_products() {
        database.transaction(em -> {
            ChargeDesk desk = WorkedMonth.desk(em, Callers.CONTROLLER);
            desk.compute(OCTOBER);
            for (String charge : CHARGES) {
                String[] part = charge.split(" ", 2);
                assertThat(desk.charge(part[0]).amount()).as(part[0]).isEqualTo(Money.of(part[1]));
                String line = part[0].substring(0, part[0].indexOf('~'));
                assertThat(page)
                        .as(charge)
                        .anyMatch(row -> row.startsWith("| " + line + " |") && row.endsWith("| " + part[1] + " |"));
            }
        });
    }

    @Test
    void the_shares_of_the_page_are_the_products() {
        database.transaction(em -> {
            AllocationView run = desk(em).run(OCTOBER);
            AllocationView.PoolView workplace = run.pool("WPL").orElseThrow();
            assertThat(workplace.ledgerAmount()).isEqualTo(Money.of("510948.58"));
            assertThat(workplace.receivedAmount())
                    .isEqualTo(Money.of("39481.09").plus(Money.of("45696.32")));
            assertThat(workplace.shares())
                    .extracting(share -> share.target() + " " + share.working() + " " + share.cut() + " "
                            + share.lastOere() + " " + share.amount())
                    .containsExactly(
                            "919666102 95 ÷ 1286 44037.30 0.00 44037.30",
                            "971022264 184 ÷ 1286 85293.29 0.01 85293.30",
                            "971274042 0 ÷ 1286 0.00 0.00 0.00",
                            "974760819 213 ÷ 1286 98736.26 0.01 98736.27",
                            "985980101 23 ÷ 1286 10661.66 0.00 10661.66",
                            "999601391 771 ÷ 1286 357397.46 0.00 357397.46");
            for (AllocationView.ShareView share : workplace.shares()) {
                assertThat(page)
                        .anyMatch(row -> row.startsWith("| " + share.target() + " ")
                                && row.endsWith(" | " + share.amount() + " |"));
            }
            assertThat(run.pool("REF").orElseThrow().shares())
                    .extracting(share -> share.amount().toString())
                    .containsExactly("-31024.28", "-31024.28", "-31024.28", "-31024.28", "-31024.28", "-31024.27");
            assertThat(Money.sum(run.perOrganisation().values())).isEqualTo(Money.of("3342769.32"));
        });
    }

    private static AllocationDesk desk(EntityManager em) {
        AllocationDesk desk = new AllocationDesk();
        desk.runs = new AllocationRuns();
        desk.runs.em = em;
        desk.keys = new AllocationKeys();
        desk.keys.em = em;
        desk.charges = WorkedMonth.desk(em, Callers.CONTROLLER);
        desk.caller = CurrentCaller.of(Callers.CONTROLLER);
        desk.clock = Clock.fixed(WorkedMonth.EVALUATED_AT, ZoneOffset.UTC);
        desk.happened = new Heard<>();
        return desk;
    }
}
