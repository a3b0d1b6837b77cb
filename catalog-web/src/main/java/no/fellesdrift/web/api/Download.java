package no.fellesdrift.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Money;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a file, written row by row as the rows come: CSV (UTF-8, comma, RFC 4180, plain decimals) or a workbook
 * with real numbers and dates. Both have the same columns and figures as the API. Nothing is written before the first
 * row or the end of an empty list, so that who hands out the rows can still refuse.
 *
 * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front in CSV (<a
 * href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>); numbers stay numbers. A workbook says
 * of each cell that it is text.
 */
public final class Download<T> {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_KEPT = 500;

    /** How a formula begins, or what a spreadsheet skips before one. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

    /** A column: its heading and what stands in it. */
    public record Column<T>(String name, Function<? super T, ?> value) {}

    private final String sheet;
    private final List<Column<T>> columns;

    public Download(String sheet, List<Column<T>> columns) {
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
    }

    /**
     * Answers with the file, CSV or a workbook as the address ends.
     *
     * @param name without an ending
     * @param rows hands each row to the consumer it is given
     */
    public void send(String name, HttpServletRequest request, HttpServletResponse response, Consumer<Consumer<T>> rows)
            throws IOException {
        boolean csv = request.getServletPath().endsWith(".csv");
        write(csv ? CSV : XLSX, rows, new OutputStream() {
            private OutputStream out;

            @Override
            public void write(int one) throws IOException {
                opened().write(one);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                opened().write(some, from, length);
            }

            @Override
            public void flush() throws IOException {
                opened().flush();
            }

            /** A refusal is not saved as a file: what the answer is stands in it only once something is written. */
            private OutputStream opened() throws IOException {
                if (out == null) {
                    response.setContentType(csv ? CSV + ";charset=utf-8" : XLSX);
                    response.setHeader(
                            "Content-Disposition", "attachment; filename=\"" + name + (csv ? ".csv" : ".xlsx") + "\"");
                    out = response.getOutputStream();
                }
                return out;
            }
        });
    }

    /** @param rows hands each row to the consumer it is given */
    public void write(String mediaType, Consumer<Consumer<T>> rows, OutputStream out) throws IOException {
        if (mediaType.equals(XLSX)) {
            writeWorkbook(rows, out);
        } else {
            writeCsv(rows, out);
        }
    }

    private void writeCsv(Consumer<Consumer<T>> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        boolean[] begun = new boolean[1];
        Opening open = () -> {
            if (!begun[0]) {
                begun[0] = true;
                printer.printRecord(columns.stream().map(Column::name).toList());
            }
        };
        rows.accept(row -> {
            try {
                open.now();
                printer.printRecord(columns.stream()
                        .map(column -> text(column.value().apply(row)))
                        .toList());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        open.now();
        printer.flush();
    }

    /** Writes what comes before the rows, the first time that it is asked to. */
    @FunctionalInterface
    private interface Opening {
        void now() throws IOException;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        String text = value == null ? "" : value.toString();
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    private void writeWorkbook(Consumer<Consumer<T>> rows, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Fellesdrift", null);
        Worksheet[] begun = new Worksheet[1];
        Opening open = () -> {
            if (begun[0] == null) {
                begun[0] = workbook.newWorksheet(sheet);
                for (int i = 0; i < columns.size(); i++) {
                    begun[0].value(0, i, columns.get(i).name());
                    begun[0].style(0, i).bold().set();
                }
                begun[0].freezePane(0, 1);
            }
        };
        int[] at = {0};
        rows.accept(row -> {
            try {
                open.now();
                at[0]++;
                for (int i = 0; i < columns.size(); i++) {
                    cell(begun[0], at[0], i, columns.get(i).value().apply(row));
                }
                if (at[0] % ROWS_KEPT == 0) {
                    begun[0].flush();
                }
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        open.now();
        // a workbook that was broken off is not closed: half a list must not look like a whole one
        workbook.close();
    }

    private static void cell(Worksheet page, int row, int column, Object value) {
        if (value instanceof Money money) {
            page.value(row, column, money.amount());
            page.style(row, column).format("#,##0.00").set();
        } else if (value instanceof Number number) {
            page.value(row, column, number);
        } else if (value instanceof LocalDate date) {
            page.value(row, column, date);
            page.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            page.inlineString(row, column, value.toString());
        }
    }
}
