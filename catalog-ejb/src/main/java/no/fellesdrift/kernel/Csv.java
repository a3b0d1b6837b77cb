package no.fellesdrift.kernel;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
        try {
            Rows rows = new Rows(new StringReader(text));
            Optional<List<String>> header = rows.header();
            if (header.isPresent() && reader.header(header.get())) {
                while (rows.next()) {
                    reader.row(rows.line(), rows.fields());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A file row by row, as it is read. */
    public static final class Rows {

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private long line = 1;
        private List<String> fields = List.of();

        public Rows(java.io.Reader text) throws IOException {
            parser = CSVParser.parse(text, FORMAT);
            records = parser.iterator();
        }

        /** The column names; empty when there is no line at all. */
        public Optional<List<String>> header() throws Malformed, IOException {
            return advance() ? Optional.of(fields) : Optional.empty();
        }

        /** Goes to the next row that is not empty; false after the last. */
        public boolean next() throws Malformed, IOException {
            boolean any = advance();
            while (any && fields.size() == 1 && fields.get(0).isBlank()) {
                any = advance();
            }
            return any;
        }

        private boolean advance() throws Malformed, IOException {
            line = parser.getCurrentLineNumber() + 1;
            try {
                if (!records.hasNext()) {
                    return false;
                }
                fields = records.next().toList();
                return true;
            } catch (UncheckedIOException | IllegalStateException mismatch) {
                if (mismatch.getCause() instanceof Utf8.MalformedInput text) {
                    throw text;
                }
                throw new Malformed(line);
            }
        }

        /** On which the row begins, also after fields with line breaks. */
        public long line() {
            return line;
        }

        public List<String> fields() {
            return fields;
        }
    }
}
