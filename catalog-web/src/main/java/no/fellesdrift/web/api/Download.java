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
import no.fellesdrift.kernel.Money;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list as a file, written row by row as the rows come: CSV (UTF-8, comma, RFC 4180, plain decimals) or a workbook
 * with real numbers and dates. Both have the same columns and figures as the API.
 */
public final class Download<T> {

    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_KEPT = 500;

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
        response.setContentType(csv ? CSV + ";charset=utf-8" : XLSX);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (csv ? ".csv" : ".xlsx") + "\"");
        write(csv ? CSV : XLSX, rows, response.getOutputStream());
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
        printer.printRecord(columns.stream().map(Column::name).toList());
        rows.accept(row -> {
            try {
                printer.printRecord(columns.stream()
                        .map(column -> text(column.value().apply(row)))
                        .toList());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
        printer.flush();
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    private void writeWorkbook(Consumer<Consumer<T>> rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Fellesdrift", null)) {
            Worksheet page = workbook.newWorksheet(sheet);
            for (int i = 0; i < columns.size(); i++) {
                page.value(0, i, columns.get(i).name());
                page.style(0, i).bold().set();
            }
            page.freezePane(0, 1);
            int[] at = {0};
            rows.accept(row -> {
                at[0]++;
                for (int i = 0; i < columns.size(); i++) {
                    cell(page, at[0], i, columns.get(i).value().apply(row));
                }
                if (at[0] % ROWS_KEPT == 0) {
                    try {
                        page.flush();
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                }
            });
            page.finish();
        }
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
            page.value(row, column, value.toString());
        }
    }
}
