package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo set with one thing made wrong each time: the fault is named, and nothing is stored. */
class FaultyDataSetTest {

    private static Database database;
    private static DataFiles demo;

    @BeforeAll
    static void open() throws IOException {
        database = Database.fresh();
        demo = DataFiles.ofClassPath("sql/demo");
    }

    // ------------------------------------------------------------------------------------------- whole files

    @Test
    void another_encoding_is_refused_with_the_line() throws Exception {
        byte[] latin = text("people.csv").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(faults(with("people.csv", latin))).contains("people.csv:4 ENCODING []");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_tolerated() throws Exception {
        assertThat(faults(changed("categories.csv", text -> "\uFEFF" + text.replace("\n", "\r\n"))))
                .isEmpty();
    }

    @Test
    void a_missing_an_unknown_and_a_repeated_column_are_named() throws Exception {
        assertThat(faults(changed("categories.csv", text -> text.replaceFirst("parent", "parrent"))))
                .contains(
                        "categories.csv:1:parrent COLUMN_UNKNOWN [parrent]",
                        "categories.csv:1:parent COLUMN_MISSING [parent]");
        assertThat(faults(changed("categories.csv", text -> text.replaceFirst("name_nn", "name_nb"))))
                .contains("categories.csv:1:name_nb COLUMN_TWICE [name_nb]");
    }

    @Test
    void columns_may_stand_in_another_order() throws Exception {
        String wanted = """
                weight_percent,driver,key
                60,users,K-NET
                40,devices,K-NET
                50,users,K-SEC
                30,devices,K-SEC
                20,servers,K-SEC
                """;
        assertThat(faults(changed("allocation_key_parts.csv", text -> wanted))).isEmpty();
    }

    @Test
    void an_empty_file_has_no_header() throws Exception {
        assertThat(faults(changed("categories.csv", text -> ""))).contains("categories.csv:1 HEADER_MISSING []");
    }

    @Test
    void a_file_that_no_set_has_is_named() throws Exception {
        assertThat(faults(with("prises.csv", new byte[0]))).containsExactly("prises.csv UNKNOWN_FILE [prises.csv]");
    }

    @Test
    void a_set_without_files_holds_nothing() throws Exception {
        assertThat(faults(DataFiles.of(Map.of()))).containsExactly(" NOTHING_TO_IMPORT []");
    }

    @Test
    void a_line_with_too_few_fields_and_quotes_that_do_not_match_have_their_lines() throws Exception {
        assertThat(faults(changed("categories.csv", text -> text + "XXX,,Bare to\n")))
                .contains("categories.csv:13 FIELD_COUNT [3, 5]");
        assertThat(faults(changed("ledger.csv", text -> text + "H-99999,2026-10-01,6420,CLD,1.00,,\"uten slutt\n")))
                .contains("ledger.csv:152 CSV_SYNTAX []");
    }

    @Test
    void lines_are_counted_through_fields_with_line_breaks() throws Exception {
        String rows = "A,,\"to\nlinjer\",a,a\nB,NIX,b,b,b\n";
        assertThat(faults(changed("categories.csv", text -> text + rows)))
                .containsExactly("categories.csv:15:parent UNKNOWN_REFERENCE [NIX]");
    }

    @Test
    void more_than_fifty_megabytes_are_refused_without_reading_the_rest() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read[0] += length;
                return length;
            }
        };
        assertThatThrownBy(() -> DataFiles.ofZip(endless))
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(ExchangeReason.TOO_LARGE));
        assertThat(read[0]).isLessThan(60L * 1024 * 1024);
    }

    @Test
    void a_small_zip_that_unpacks_to_more_than_fifty_megabytes_is_refused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("usage.csv"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 51; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> DataFiles.ofZip(new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(ExchangeReason.TOO_LARGE));
    }

    @Test
    void what_is_no_zip_is_refused() {
        assertThatThrownBy(
                        () -> DataFiles.ofZip(new ByteArrayInputStream("code,parent".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Rejection.class, refusal -> assertThat(refusal.reason()).isEqualTo(ExchangeReason.NOT_A_ZIP));
    }

    @Test
    void a_zip_with_the_files_in_a_folder_is_the_same_set() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : demo.names()) {
                zip.putNextEntry(new ZipEntry("demo/" + name));
                zip.write(demo.bytes(name));
            }
            zip.putNextEntry(new ZipEntry("demo/README.md"));
        }
        DataFiles unpacked = DataFiles.ofZip(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(unpacked.fingerprint()).isEqualTo(demo.fingerprint());
    }

    // ------------------------------------------------------------------------------------------------- fields

    @Test
    void a_wrong_date_instant_number_and_word_have_line_and_column() throws Exception {
        assertThat(faults(changed("billing_periods.csv", text -> text.replace("2026-11", "2026-13"))))
                .containsExactly("billing_periods.csv:5:period PERIOD [2026-13]");
        assertThat(faults(changed("agreements.csv", text -> text.replace("2025-12-08", "08.12.2025"))))
                .containsExactly("agreements.csv:2:signed_on DATE [08.12.2025]");
        assertThat(faults(changed("agreements.csv", text -> text.replace("2025-12-08", "2025-02-30"))))
                .containsExactly("agreements.csv:2:signed_on DATE [2025-02-30]");
        assertThat(faults(
                        changed("outages.csv", text -> text.replace("2026-09-03T06:30:00+02:00", "2026-09-03 06:30"))))
                .containsExactly("outages.csv:2:ended_at INSTANT [2026-09-03 06:30]");
        assertThat(faults(changed(
                        "outages.csv", text -> text.replace("2026-09-03T06:30:00+02", "2026-09-03T06:30:00.5+02"))))
                .containsExactly("outages.csv:2:ended_at WHOLE_SECONDS [2026-09-03T06:30:00.5+02:00]");
        assertThat(faults(changed("ledger.csv", text -> text.replace("8120.45", "8120,45"))))
                .containsExactly("ledger.csv:2 FIELD_COUNT [8, 7]");
        assertThat(faults(changed("ledger.csv", text -> text.replace("8120.45", "8 120.45"))))
                .containsExactly("ledger.csv:2:amount NUMBER [8 120.45]");
        assertThat(faults(changed("ledger.csv", text -> text.replace("8120.45", "8120.455"))))
                .containsExactly("ledger.csv:2:amount DECIMALS [8120.455, 2]");
        assertThat(faults(changed("ledger.csv", text -> text.replace("8120.45", "9e99"))))
                .containsExactly("ledger.csv:2:amount NUMBER [9e99]");
        assertThat(faults(changed("budgets.csv", text -> text.replaceFirst("5518000.00", "-5518000.00"))))
                .containsExactly("budgets.csv:2:amount NEGATIVE [-5518000.00]");
        assertThat(faults(changed("offerings.csv", text -> text.replaceFirst("EXTENDED,yes", "EXTENDED,ja"))))
                .containsExactly("offerings.csv:2:orderable YES_OR_NO [ja]");
        assertThat(faults(changed("outages.csv", text -> text.replaceFirst("UPSTREAM", "SIKT"))))
                .containsExactly("outages.csv:2:caused_by CHOICE [SIKT, PROVIDER, UPSTREAM, CUSTOMER]");
        assertThat(faults(changed("suppliers.csv", text -> text.replace("312346176", "312346177"))))
                .contains("suppliers.csv:10:orgnr ORG_NUMBER [312346177]");
        assertThat(faults(changed("people.csv", text -> text.replaceFirst(",ORDERER,", ",SYSTEM,"))))
                .containsExactly("people.csv:16:roles CHOICE [SYSTEM, ORDERER, APPROVER, …]");
    }

    @Test
    void an_empty_required_field_and_too_long_a_text_are_named() throws Exception {
        assertThat(faults(changed(
                        "categories.csv", text -> text.replace("Arbeidsplass,Arbeidsplass,", ",Arbeidsplass,"))))
                .containsExactly("categories.csv:2:name_nb REQUIRED []");
        assertThat(faults(changed("categories.csv", text -> text.replace(",Workplace", "," + "x".repeat(201)))))
                .containsExactly("categories.csv:2:name_en TOO_LONG [200]");
    }

    // --------------------------------------------------------------------------------------------------- rows

    @Test
    void an_unknown_service_is_named() throws Exception {
        assertThat(faults(changed("outages.csv", text -> text.replaceFirst("U-0001,NET-WAN", "U-0001,NET-VAN"))))
                .containsExactly("outages.csv:2:service UNKNOWN_REFERENCE [NET-VAN]");
    }

    @Test
    void a_file_that_cannot_be_read_does_not_make_every_reference_to_it_a_fault() throws Exception {
        assertThat(faults(changed("services.csv", text -> text.replaceFirst("code", "kode"))))
                .containsExactly(
                        "services.csv:1:kode COLUMN_UNKNOWN [kode]", "services.csv:1:code COLUMN_MISSING [code]");
    }

    @Test
    void a_key_that_stands_twice_names_both_lines() throws Exception {
        assertThat(faults(changed("categories.csv", text -> text + "WPL,,a,b,c\n")))
                .containsExactly("categories.csv:13:code DUPLICATE [WPL, 2]");
    }

    @Test
    void an_end_that_is_not_after_the_start_is_refused() throws Exception {
        assertThat(faults(changed("people.csv", text -> text.replaceFirst("2026-01-01,\n", "2026-01-01,2026-01-01\n"))))
                .containsExactly("people.csv:2:valid_to END_NOT_AFTER_START [2026-01-01, 2026-01-01]");
        assertThat(faults(changed("unknown.csv", text -> text.replace("2026-09-03T07:00:00", "2026-09-03T05:00:00"))))
                .containsExactly("unknown.csv:2:to END_NOT_AFTER_START [2026-09-03T03:00:00Z, 2026-09-03T03:00:00Z]");
    }

    @Test
    void price_versions_neither_overlap_nor_leave_a_gap() throws Exception {
        assertThat(faults(changed(
                        "prices.csv", text -> text.replaceFirst("2025-01-01,2026-10-15\n", "2025-01-01,2026-10-16\n"))))
                .containsExactly("prices.csv:3:valid_from OVERLAP [2026-10-15, 2]");
        assertThat(faults(changed(
                        "prices.csv", text -> text.replaceFirst("2025-01-01,2026-10-15\n", "2025-01-01,2026-10-14\n"))))
                .containsExactly("prices.csv:3:valid_from GAP [2026-10-14, 2026-10-15, 2]");
    }

    @Test
    void agreement_line_rows_neither_overlap_nor_leave_a_gap_and_stay_one_thing() throws Exception {
        assertThat(faults(changed("agreement_lines.csv", text -> text.replaceFirst("2026-02-10,\n", "2026-02-11,\n"))))
                .containsExactly("agreement_lines.csv:3:valid_from OVERLAP [2026-02-10, 2]");
        assertThat(faults(changed(
                        "agreement_lines.csv", text -> text.replaceFirst("WPL-PC-STD,736,EXT", "WPL-PC-WS,736,EXT"))))
                .contains("agreement_lines.csv:3:offering NOT_THE_SAME [WPL-PC-STD, 2]");
        assertThat(faults(changed("agreement_lines.csv", text -> text.replaceFirst("MDIR-010,2,", "MDIR-010,4,"))))
                .contains("agreement_lines.csv:3:row ROW_NUMBER [2]");
    }

    @Test
    void negotiated_prices_do_not_overlap_and_levels_are_seamless() throws Exception {
        assertThat(faults(changed(
                        "negotiated_prices.csv",
                        text -> text + "RA-150,BASE,PERCENT,-1,2026-12-31,,Mer,p-kontr,2026-01-01\n")))
                .containsExactly("negotiated_prices.csv:10:valid_from OVERLAP [2026-12-31, 2]");
        assertThat(faults(changed(
                        "service_levels.csv", text -> text.replace("2026-01-01,2026-10-16", "2026-01-01,2026-10-15"))))
                .anyMatch(fault -> fault.contains("valid_from GAP [2026-10-15, 2026-10-16"));
    }

    @Test
    void tiers_begin_at_zero_follow_each_other_and_end_open() throws Exception {
        assertThat(faults(changed("price_tiers.csv", text -> text.replaceFirst(",0,5000,", ",1,5000,"))))
                .containsExactly("price_tiers.csv:2:from_quantity TIERS_FROM_ZERO [1, 0]");
        assertThat(faults(changed("price_tiers.csv", text -> text.replaceFirst(",0,5000,", ",0,4000,"))))
                .containsExactly("price_tiers.csv:3:from_quantity TIERS_NOT_CONTIGUOUS [5000, 4000]");
        assertThat(faults(changed("price_tiers.csv", text -> text.replaceFirst(",20000,,", ",20000,90000,"))))
                .containsExactly("price_tiers.csv:4:to_quantity MUST_BE_EMPTY []");
        assertThat(faults(changed("price_tiers.csv", text -> text.replaceAll("(?m)^SRV-ARC.*\n", ""))))
                .anyMatch(fault -> fault.contains("kind TIERS_MISSING [SRV-ARC-STD/VOLUM/2025-01-01]"));
    }

    @Test
    void exactly_one_is_accountable() throws Exception {
        assertThat(faults(
                        changed("responsibilities.csv", text -> text.replaceFirst("approve,C,AR,", "approve,CA,AR,"))))
                .containsExactly("responsibilities.csv:3:provider ONE_ACCOUNTABLE [2]");
        assertThat(faults(changed("responsibilities.csv", text -> text.replaceFirst("approve,C,AR,", "approve,C,R,"))))
                .containsExactly("responsibilities.csv:3:provider ONE_ACCOUNTABLE [0]");
    }

    @Test
    void shares_sum_to_exactly_a_hundred() throws Exception {
        assertThat(faults(changed(
                        "allocation_key_parts.csv", text -> text.replace("K-NET,devices,40", "K-NET,devices,40.01"))))
                .containsExactly("allocation_key_parts.csv:3:weight_percent SUM_100 [K-NET, 100.01]");
        assertThat(faults(changed(
                        "allocation_key_targets.csv",
                        text -> text.replaceFirst("(K-FIX-DC,POOL,SRV),[0-9.]+", "$1,1"))))
                .anyMatch(fault ->
                        fault.startsWith("allocation_key_targets.csv") && fault.contains("SUM_100 [K-FIX-DC,"));
    }

    @Test
    void circles_are_refused_in_dependencies_successors_categories_and_pools() throws Exception {
        assertThat(faults(changed("service_dependencies.csv", text -> text + "IAM-ID,WPL-PC,SERIAL,\n")))
                .anyMatch(fault -> fault.contains("needs CIRCLE ["));
        assertThat(faults(changed("service_dependencies.csv", text -> text + "IAM-ID,IAM-ID,SERIAL,\n")))
                .containsExactly("service_dependencies.csv:39:needs CIRCLE [IAM-ID → IAM-ID]");
        assertThat(faults(changed(
                        "categories.csv",
                        text -> text.replace("WPL,,", "WPL,COL,").replace("COL,,", "COL,WPL,"))))
                .anyMatch(fault -> fault.contains("parent CIRCLE [WPL → COL → WPL]"));
        assertThat(faults(changed(
                        "allocation_key_targets.csv",
                        text -> text.replaceFirst("K-FIX-DC,POOL,SRV", "K-FIX-DC,POOL,MGT"))))
                .anyMatch(fault -> fault.contains("target CIRCLE [DC (3) → MGT (2)]"));
    }

    @Test
    void a_calendar_that_never_opens_is_refused_with_its_line() throws Exception {
        assertThat(faults(changed("calendars.json", text -> text.replaceAll("(?s)\"24:00\"", "\"00:00\""))))
                .containsExactly("calendars.json:13:calendars[0].calendar.weekly NEVER_OPEN [24X7]");
    }

    @Test
    void faults_in_json_have_line_and_path() throws Exception {
        assertThat(faults(changed(
                        "order_forms.json", text -> text.replaceFirst("\"type\": \"text\"", "\"type\": \"txt\""))))
                .singleElement()
                .asString()
                .startsWith("order_forms.json:10:forms[0].questions[0].type CHOICE [txt");
        assertThat(faults(changed("order_forms.json", text -> text.replaceFirst("\\{", "["))))
                .hasSize(1);
        assertThat(faults(changed("calendars.json", text -> text.replaceFirst("\"Europe/Oslo\"", "\"Europe/Moss\""))))
                .containsExactly(
                        "calendars.json:12:calendars[0].calendar.tz CHOICE [Europe/Moss, Europe/Oslo, UTC, …]");
    }

    @Test
    void an_order_has_the_steps_its_state_says_and_in_order() throws Exception {
        assertThat(faults(changed(
                        "orders_history.csv",
                        text -> text.replaceFirst(
                                "2026-01-20T09:31:00\\+01:00,2026-01-20T17:31:00\\+01:00",
                                "2026-01-20T09:31:00+01:00,"))))
                .containsExactly("orders_history.csv:2:accepted_at REQUIRED []");
        assertThat(faults(changed(
                        "orders_history.csv", text -> text.replaceFirst("2026-01-20T09:31", "2026-01-10T09:31"))))
                .containsExactly("orders_history.csv:2:delivered_at ORDER_OF_STEPS [delivered_at, received_at]");
    }

    // ------------------------------------------------------------------------------------------ all or nothing

    @Test
    void nothing_of_a_faulty_set_is_stored() throws Exception {
        try (Connection connection = database.connect()) {
            ImportReport report =
                    DataSetImport.load(changed("ledger.csv", text -> text.replace("8120.45", "x")), connection);
            assertThat(report.stored()).isFalse();
            for (String table : List.of("organisation", "person", "service", "price", "ticket", "ledger_entry")) {
                try (ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table)) {
                    row.next();
                    assertThat(row.getInt(1)).as(table).isZero();
                }
            }
        }
    }

    @Test
    void the_same_set_a_second_time_is_refused() throws Exception {
        try (Database own = Database.fresh();
                Connection connection = own.connect()) {
            connection.setAutoCommit(false);
            assertThat(DataSetImport.load(demo, connection).stored()).isTrue();
            ImportReport second = DataSetImport.load(demo, connection);
            assertThat(second.stored()).isFalse();
            assertThat(second.faults()).hasSize(500);
            assertThat(second.faults().get(0).toString()).isEqualTo("people.csv:2:id EXISTS [p-solberg]");
            assertThat(second.faults().size() + second.moreFaults()).isEqualTo(2167);
        }
    }

    @Test
    void a_later_part_may_refer_to_what_is_stored() throws Exception {
        try (Database own = Database.fresh();
                Connection connection = own.connect()) {
            connection.setAutoCommit(false);
            DataSetImport.load(demo, connection);
            Map<String, byte[]> part = Map.of("ledger.csv", """
                    entry,posted_on,account,cost_pool,amount,supplier_orgnr,text
                    H-10001,2026-11-02,6420,CLD,10.00,312345390,Lisens
                    """.getBytes(StandardCharsets.UTF_8));
            assertThat(DataSetImport.load(DataFiles.of(part), connection).stored())
                    .isTrue();
        }
    }

    // ------------------------------------------------------------------------------------------------ helpers

    private static List<String> faults(DataFiles files) throws Exception {
        try (Connection connection = database.connect()) {
            return DataSetImport.check(files, connection).faults().stream()
                    .map(Fault::toString)
                    .toList();
        }
    }

    private static String text(String file) {
        return new String(demo.bytes(file), StandardCharsets.UTF_8);
    }

    private static DataFiles changed(String file, UnaryOperator<String> change) {
        String before = text(file);
        String after = change.apply(before);
        assertThat(after).as("the change does something").isNotEqualTo(before);
        return with(file, after.getBytes(StandardCharsets.UTF_8));
    }

    private static DataFiles with(String file, byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new ArrayList<>(demo.names())) {
            files.put(name, demo.bytes(name));
        }
        files.put(file, bytes);
        return DataFiles.of(files);
    }
}
