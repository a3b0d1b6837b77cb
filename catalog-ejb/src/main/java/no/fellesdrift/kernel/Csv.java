package no.fellesdrift.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated values as everything of ours reads them: RFC 4180, the column names on the first line, empty lines
 * passed over.
 */
public final class Csv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private Csv() {}

    /** Is handed a file from its header to its last row. */
    public interface Reader {

        /** @return false when the header is so wrong that no row can be read */
        boolean header(List<String> names);

        /** @param line of the file on which the row begins, also after fields with line breaks */
        void row(long line, List<String> fields);
    }

    /** The quotes do not match; the only way in which text can fail to be CSV. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        private final long line;

        Malformed(long line) {
            super("Quotes do not match on line " + line, null, false, false);
            this.line = line;
        }

        /** From 1, where the row begins that has no end. */
        public long line() {
            return line;
        }
    }

    /** Of a text without a single line nothing is handed on. */
    public static void read(String text, Reader reader) throws Malformed {
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            boolean readOn = records.hasNext() && reader.header(records.next().toList());
            while (readOn) {
                line = parser.getCurrentLineNumber() + 1;
                readOn = records.hasNext();
                if (readOn) {
                    CSVRecord record = records.next();
                    if (record.size() != 1 || !record.get(0).isBlank()) {
                        reader.row(line, record.toList());
                    }
                }
            }
        } catch (UncheckedIOException | IllegalStateException | IOException mismatch) {
            throw new Malformed(line);
        }
    }
}
