package no.fellesdrift.web.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.sla.ValueDraft;
import no.fellesdrift.web.sla.MeasurementRows.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measurements as they are sent, in three formats. */
class MeasurementRowsTest {

    private static final String ROW =
            "{\"key\": \"V%d\", \"service\": \"COL-MAIL\", \"metric\": \"survey\", \"at\": \"2026-11-01T09:00:00Z\", \"value\": 4.5}";

    private static MeasurementRows<ValueDraft> rows(String text, Format format) {
        return rows(text.getBytes(StandardCharsets.UTF_8), format);
    }

    private static MeasurementRows<ValueDraft> rows(byte[] text, Format format) {
        return new MeasurementRows<>(new ByteArrayInputStream(text), format, ValueDraft.class);
    }

    private static List<Integer> sizes(MeasurementRows<ValueDraft> rows) {
        List<Integer> sizes = new ArrayList<>();
        for (Batch<ValueDraft> block = rows.next(); block != null; block = rows.next()) {
            sizes.add(block.rows().size());
        }
        return sizes;
    }

    private static String array(int rows) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(ROW.formatted(i));
        }
        return "[" + String.join(",\n", all) + "]";
    }

    @Test
    void rows_come_in_blocks_of_a_thousand() {
        assertThat(sizes(rows(array(2_500), Format.JSON))).containsExactly(1_000, 1_000, 500);
        assertThat(sizes(rows("[]", Format.JSON))).isEmpty();
        assertThat(sizes(rows(ROW.formatted(1), Format.JSON))).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void of_a_body_of_any_length_no_more_is_held_than_a_block(Format format) {
        int length = 200_000;
        MeasurementRows<ValueDraft> rows = rows(lengthy(format, length), format);
        int read = rows.next().rows().size();
        long before = held();
        for (Batch<ValueDraft> block = rows.next(); block != null; block = rows.next()) {
            read += block.rows().size();
        }
        assertThat(read).isEqualTo(length);
        assertThat(held() - before).isLessThan(2_000_000);
        assertThat(rows.next()).isNull();
    }

    private static byte[] lengthy(Format format, int length) {
        StringBuilder text = new StringBuilder(
                format == Format.JSON ? "[" : format == Format.CSV ? "key,service,metric,at,value\n" : "");
        for (int row = 0; row < length; row++) {
            if (format == Format.CSV) {
                text.append('V').append(row).append(",COL-MAIL,survey,2026-11-01T09:00:00Z,4.5\n");
            } else {
                text.append(ROW.formatted(row)).append(format == Format.NDJSON || row == length - 1 ? '\n' : ',');
            }
        }
        return text.append(format == Format.JSON ? "]" : "").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is reachable, in bytes. */
    private static long held() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void a_long_body_is_read_no_further_than_its_block_needs() {
        int[] read = new int[1];
        byte[] body = array(100_000).getBytes(StandardCharsets.UTF_8);
        InputStream counted = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                int count = super.read(buffer, offset, length);
                read[0] += Math.max(0, count);
                return count;
            }
        };
        new MeasurementRows<>(counted, Format.JSON, ValueDraft.class).next();
        assertThat(read[0]).isLessThan(body.length / 50);
    }

    @Test
    void the_lines_of_csv_are_those_of_the_file_also_after_empty_ones_and_line_breaks_in_fields() {
        MeasurementRows<ValueDraft> rows = rows("""
                key,service,metric,at,value,summary
                V1,COL-MAIL,survey,2026-11-01T09:00:00Z,4.5,"two
                lines"

                V2,COL-MAIL,survey,2026-11-01T09:00:00Z,many,
                V3,COL-MAIL,survey
                """, Format.CSV);
        Batch<ValueDraft> block = rows.next();
        assertThat(block.rows()).extracting(row -> row.draft().value()).containsExactly(new BigDecimal("4.5"));
        assertThat(block.unreadable()).extracting(RejectedRow::row).containsExactly(2, 3);
        assertThat(rows.line(1)).hasValue(2);
        assertThat(rows.line(2)).hasValue(5);
        assertThat(rows.line(3)).hasValue(6);
        assertThat(rows.next()).isNull();
    }

    @Test
    void what_is_wrong_in_an_array_is_named_by_row_and_field_and_what_the_server_stamps_passed_over() {
        MeasurementRows<ValueDraft> rows = rows(
                "[" + ROW.formatted(1).replace("}", ", \"recordedAt\": \"2026-11-01T09:00:00Z\"}")
                        + ", null, 5, "
                        + ROW.formatted(2).replace("4.5", "{\"a\": [1]}").replace("Z", "")
                        + ", " + ROW.formatted(3).replace("key", "keys") + ", " + ROW.formatted(4) + "]",
                Format.JSON);
        Batch<ValueDraft> block = rows.next();
        assertThat(block.rows()).extracting(Batch.Numbered::row).containsExactly(1, 6);
        assertThat(block.unreadable())
                .extracting(row -> row.row() + " " + row.path())
                .containsExactly("2 ", "3 ", "4 at", "4 value", "5 keys");
        assertThat(rows.next()).isNull();
    }

    @Test
    void a_line_of_ndjson_that_is_no_json_is_named_and_the_others_are_read() {
        MeasurementRows<ValueDraft> rows = rows(ROW.formatted(1) + "\r\n\n{\"x\n" + ROW.formatted(2), Format.NDJSON);
        Batch<ValueDraft> block = rows.next();
        assertThat(block.rows()).extracting(Batch.Numbered::row).containsExactly(1, 4);
        assertThat(block.unreadable()).extracting(RejectedRow::row).containsExactly(3);
    }

    @Test
    void what_cannot_be_read_at_all_is_refused_with_the_place() {
        refused("", Format.JSON, "EMPTY_BODY");
        refused("\n \n", Format.NDJSON, "EMPTY_BODY");
        refused("", Format.CSV, "EMPTY_BODY");
        refused("\n\n", Format.CSV, "EMPTY_BODY");
        refused("[{}", Format.JSON, "MALFORMED_JSON");
        refused("[{}] 1", Format.JSON, "MALFORMED_JSON");
        refused("key,value\n\"V1", Format.CSV, "MALFORMED_CSV");
        refused("service,value\nV1", Format.CSV, "WRONG_FIELDS");
        assertThatThrownBy(
                        () -> sizes(rows("key,service\nV1,b\u00e5t".getBytes(StandardCharsets.ISO_8859_1), Format.CSV)))
                .isInstanceOfSatisfying(Rejection.class, wrong -> {
                    assertThat(wrong.reason().name()).isEqualTo("NOT_UTF_8");
                    assertThat(wrong.arguments()).containsExactly("2");
                });
    }

    private static void refused(String text, Format format, String reason) {
        assertThatThrownBy(() -> sizes(rows(text, format)))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        wrong -> assertThat(wrong.reason().name()).isEqualTo(reason));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertThat(sizes(rows("\uFEFFkey,service\nV1,COL-MAIL\n", Format.CSV))).containsExactly(1);
    }
}
