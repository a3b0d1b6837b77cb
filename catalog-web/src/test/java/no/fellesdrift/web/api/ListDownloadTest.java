package no.fellesdrift.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.web.api.Download.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListDownloadTest {

    private static final Download<Object> FILE =
            new Download<>("things", List.of(new Column<>("thing", (Object thing) -> thing)));

    @Test
    void every_row_is_written_in_its_order() {
        List<String> lines = csv(rows(2500));
        assertThat(lines).hasSize(2501);
        assertThat(lines.get(0)).isEqualTo("thing");
        assertThat(lines.get(1)).isEqualTo("0");
        assertThat(lines.get(2500)).isEqualTo("2499");
        assertThat(sheet(rows(2500)))
                .contains("<row r=\"2501\"")
                .contains(">2499<")
                .doesNotContain("r=\"2502\"");
    }

    @Test
    void an_empty_list_is_its_headings() {
        assertThat(csv(rows(0))).containsExactly("thing");
        assertThat(sheet(rows(0))).contains("r=\"A1\"").doesNotContain("r=\"A2\"");
    }

    @Test
    void rows_leave_while_they_come_and_are_not_kept() {
        for (String type : List.of(Download.CSV, Download.XLSX)) {
            Counting out = new Counting();
            long[] early = new long[1];
            Consumer<Consumer<Object>> rows = each -> {
                for (int i = 0; i < 100_000; i++) {
                    each.accept("row number " + i);
                    if (i == 20_000) {
                        early[0] = out.written;
                    }
                }
            };
            write(type, rows, out);
            assertThat(early[0]).as(type).isGreaterThan(out.written / 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Download.CSV, Download.XLSX})
    void nothing_is_written_before_a_refusal(String type) {
        Counting out = new Counting();
        assertThatThrownBy(() -> FILE.write(
                        type,
                        each -> {
                            throw new Rejection(ApiReason.FORBIDDEN);
                        },
                        out))
                .isInstanceOf(Rejection.class);
        assertThat(out.written).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1"})
    void text_that_looks_like_a_formula_is_text(String evil) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(Download.CSV, each -> each.accept(evil), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("(?s)^thing\n\"?'");
        assertThat(sheet(each -> each.accept(evil))).doesNotContain("<f>").contains("t=\"inlineStr\"");
    }

    @Test
    void amounts_below_zero_and_ordinary_text_stay_as_they_are() {
        assertThat(csv(each -> {
                    each.accept(new BigDecimal("-12.50"));
                    each.accept(new Money(new BigDecimal("-3.00")));
                    each.accept("-4");
                    each.accept("B-2026-0047");
                    each.accept("kopi = original");
                }))
                .containsExactly("thing", "-12.5", "-3.00", "-4", "B-2026-0047", "kopi = original");
    }

    private static Consumer<Consumer<Object>> rows(int count) {
        return each -> {
            for (int i = 0; i < count; i++) {
                each.accept(i);
            }
        };
    }

    private static List<String> csv(Consumer<Consumer<Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(Download.CSV, rows, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The one sheet of the workbook. */
    private static String sheet(Consumer<Consumer<Object>> rows) {
        try {
            Path file = Files.createTempFile("list", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                write(Download.XLSX, rows, out);
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String type, Consumer<Consumer<Object>> rows, OutputStream out) {
        try {
            FILE.write(type, rows, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counting extends OutputStream {

        private long written;

        @Override
        public void write(int one) {
            written++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            written += length;
        }
    }
}
