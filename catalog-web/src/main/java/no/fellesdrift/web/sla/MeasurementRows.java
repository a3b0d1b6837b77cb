package no.fellesdrift.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Csv;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Utf8;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.Measurements;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.FlatRecord;
import no.fellesdrift.web.api.Json;

/**
 * Measurements as they are sent: a JSON array, NDJSON or CSV, into drafts, a block of rows at a time, so that no more is
 * held than that. A row that cannot be read is named with its number and field; the others are read all the same. When a
 * fact was recorded is our clock's to say, so a field or column that tells it is passed over.
 */
final class MeasurementRows<T> implements Measurements<T> {

    /** Rows of a block. */
    private static final int BLOCK = 1_000;

    /** Characters of a line of NDJSON; a longer one is no measurement. */
    private static final int LONGEST_LINE = 1_000_000;

    enum Format {
        JSON,
        NDJSON,
        CSV;

        /** @param contentType of the request; null when there is none */
        static Format of(String contentType) {
            String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
            if (type.startsWith("text/csv")) {
                return CSV;
            }
            return type.contains("ndjson") || type.contains("jsonl") ? NDJSON : JSON;
        }
    }

    private static final String RECORDED = "recordedAt";
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    /** Reads on until it has added a row, readable or not; false when there are no more. */
    private interface Source {
        boolean add() throws IOException;
    }

    private final Class<T> draft;
    /** Null for what has parts of its own: tickets. */
    private final FlatRecord<T> flat;

    private final Source source;
    private List<Batch.Numbered<T>> rows = new ArrayList<>();
    private List<RejectedRow> unreadable = new ArrayList<>();
    private int last;
    private boolean ended;
    /** By the row from which it holds on: how far a row's line is from its number. */
    private final NavigableMap<Integer, Long> lines = new TreeMap<>();

    /**
     * @throws Rejection EMPTY_BODY, NOT_UTF_8, MALFORMED_JSON or MALFORMED_CSV when it cannot be read at all,
     *     WRONG_FIELDS when a CSV's header is wrong; so does {@link #next()} where it comes to it
     */
    MeasurementRows(InputStream body, Format format, Class<T> draft) {
        this.draft = draft;
        this.flat = FlatRecord.is(draft) ? FlatRecord.of(draft) : null;
        Reader text = Utf8.reader(body);
        this.source = reading(() -> switch (format) {
            case JSON -> array(new Json.Elements(text));
            case NDJSON -> new Lines(text);
            case CSV -> new Columns(text);
        });
    }

    @Override
    public Batch<T> next() {
        while (!ended && rows.size() + unreadable.size() < BLOCK) {
            ended = !reading(source::add);
        }
        if (rows.isEmpty() && unreadable.isEmpty()) {
            return null;
        }
        Batch<T> block = new Batch<>(rows, unreadable);
        rows = new ArrayList<>(BLOCK);
        unreadable = new ArrayList<>();
        return block;
    }

    /** All that comes, but when it is more than so many rows, one more at least. */
    Batch<T> whole(int most) {
        List<Batch.Numbered<T>> all = new ArrayList<>();
        List<RejectedRow> wrong = new ArrayList<>();
        for (Batch<T> block = next(); block != null && all.size() + wrong.size() <= most; block = next()) {
            all.addAll(block.rows());
            wrong.addAll(block.unreadable());
        }
        return new Batch<>(all, wrong);
    }

    /** Of the file on which a row begins; absent for a JSON array. */
    OptionalLong line(int row) {
        Map.Entry<Integer, Long> distance = lines.floorEntry(row);
        return distance == null ? OptionalLong.empty() : OptionalLong.of(row + distance.getValue());
    }

    /** Tells the line of a row, and answers the row. */
    private int numbered(int row, long line) {
        Map.Entry<Integer, Long> before = lines.lastEntry();
        if (before == null || before.getValue() != line - row) {
            lines.put(row, line - row);
        }
        return row;
    }

    private interface Step<R> {
        R take() throws IOException;
    }

    private static <R> R reading(Step<R> step) {
        try {
            return step.take();
        } catch (Utf8.MalformedInput e) {
            throw new Rejection(ApiReason.NOT_UTF_8, e.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ------------------------------------------------------------------------------------------------- JSON

    private Source array(Json.Elements elements) {
        return () -> {
            if (!elements.next()) {
                return false;
            }
            if (flat != null && elements.isObject()) {
                List<Violation> wrong = new ArrayList<>(0);
                taken(++last, elements.record(flat, wrong), wrong);
            } else {
                item(++last, elements.tree());
            }
            return true;
        };
    }

    private void taken(int row, T read, List<Violation> wrong) {
        wrong.removeIf(violation -> violation.path().equals(RECORDED));
        if (wrong.isEmpty()) {
            rows.add(new Batch.Numbered<>(row, read));
        }
        wrong.forEach(violation ->
                unreadable.add(new RejectedRow(row, violation.path(), violation.key(), violation.arguments())));
    }

    private final class Lines implements Source {

        private final Reader text;
        private final char[] buffer = new char[8_192];
        private int at;
        private int end;
        private boolean any;

        Lines(Reader text) {
            this.text = text;
        }

        /** @throws Rejection EMPTY_BODY, TOO_LARGE */
        @Override
        public boolean add() throws IOException {
            String line = line();
            while (line != null) {
                int row = numbered(++last, last);
                if (!line.isBlank()) {
                    any = true;
                    try {
                        line(row, line);
                    } catch (Rejection malformed) {
                        unreadable.add(
                                new RejectedRow(row, "", malformed.reason().key(), malformed.arguments()));
                    }
                    return true;
                }
                line = line();
            }
            if (!any) {
                throw new Rejection(ApiReason.EMPTY_BODY);
            }
            return false;
        }

        private void line(int row, String line) {
            if (flat == null) {
                item(row, Json.tree(line));
            } else {
                List<Violation> wrong = new ArrayList<>(0);
                taken(row, Json.record(line, flat, wrong), wrong);
            }
        }

        /** @throws Rejection TOO_LARGE */
        private String line() throws IOException {
            StringBuilder begun = null;
            while (true) {
                if (at == end) {
                    at = 0;
                    end = Math.max(0, text.read(buffer));
                    if (end == 0) {
                        return begun == null ? null : begun.toString();
                    }
                }
                int from = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                boolean ended = at < end;
                if (ended && begun == null) {
                    return new String(buffer, from, at++ - from);
                }
                begun = begun == null ? new StringBuilder() : begun;
                begun.append(buffer, from, at - from);
                if (begun.length() > LONGEST_LINE) {
                    throw new Rejection(ApiReason.TOO_LARGE, LONGEST_LINE);
                }
                if (ended) {
                    at++;
                    return begun.toString();
                }
            }
        }
    }

    private void item(int row, JsonNode value) {
        if (!value.isObject()) {
            unreadable.add(RejectedRow.of(row, "", "api.wrong.object"));
            return;
        }
        withoutWhatWeStamp((ObjectNode) value);
        try {
            taken(row, draft.cast(Json.read(value, draft)), new ArrayList<>(0));
        } catch (Rejection wrong) {
            taken(row, null, new ArrayList<>(wrong.violations()));
        }
    }

    /** A ticket's pauses and changes may be told with the columns of their own files: their ticket and its source. */
    private static void withoutWhatWeStamp(ObjectNode fact) {
        fact.remove(RECORDED);
        fact.forEach(part -> part.forEach(each -> {
            if (each instanceof ObjectNode object) {
                object.remove(RECORDED);
                for (String name : List.of("ticket", "source")) {
                    if (object.has(name) && object.get(name).equals(fact.get(name))) {
                        object.remove(name);
                    }
                }
            }
        }));
    }

    // ------------------------------------------------------------------------------------------------- CSV

    private final class Columns implements Source {

        private final Map<String, Class<?>> known = Arrays.stream(draft.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        private final List<String> header = new ArrayList<>();

        private final Csv.Rows file;

        Columns(Reader text) throws IOException {
            file = new Csv.Rows(text);
            List<String> names = malformed(file::header).orElseThrow(() -> new Rejection(ApiReason.EMPTY_BODY));
            if (names.size() == 1 && names.get(0).isBlank() && !malformed(file::next)) {
                throw new Rejection(ApiReason.EMPTY_BODY);
            }
            header(names);
        }

        private interface Reading<R> {
            R read() throws Csv.Malformed, IOException;
        }

        private static <R> R malformed(Reading<R> reading) throws IOException {
            try {
                return reading.read();
            } catch (Csv.Malformed e) {
                throw new Rejection(ApiReason.MALFORMED_CSV, e.line());
            }
        }

        /** @throws Rejection WRONG_FIELDS */
        private void header(List<String> names) {
            List<Violation> wrong = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (String column : names) {
                String name = camel(column.strip());
                header.add(name);
                if (!known.containsKey(name) && !name.equals(RECORDED)) {
                    wrong.add(Violation.of(column, "sla.row.UNKNOWN_COLUMN", column));
                } else if (!seen.add(name)) {
                    wrong.add(Violation.of(column, "sla.row.COLUMN_TWICE", column));
                }
            }
            String key = draft.getRecordComponents()[0].getName();
            if (!seen.contains(key)) {
                wrong.add(Violation.of(key, "sla.row.NO_KEY_COLUMN", key));
            }
            if (!wrong.isEmpty()) {
                throw new Rejection(ApiReason.WRONG_FIELDS, wrong);
            }
        }

        @Override
        public boolean add() throws IOException {
            if (!malformed(file::next)) {
                return false;
            }
            List<String> fields = file.fields();
            int row = numbered(++last, file.line());
            if (fields.size() != header.size()) {
                unreadable.add(RejectedRow.of(row, "", "sla.row.FIELD_COUNT", fields.size(), header.size()));
                return true;
            }
            if (flat != null) {
                List<Violation> wrong = new ArrayList<>(0);
                taken(row, flat.read(header, fields, wrong), wrong);
                return true;
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < header.size(); i++) {
                String field = fields.get(i);
                if (!field.isBlank()) {
                    put(object, header.get(i), field);
                }
            }
            item(row, object);
            return true;
        }

        private void put(ObjectNode object, String name, String field) {
            boolean yesOrNo = known.get(name) == Boolean.class && (field.equals("yes") || field.equals("no"));
            if (yesOrNo) {
                object.put(name, field.equals("yes"));
            } else {
                object.put(name, field);
            }
        }
    }

    static String camel(String column) {
        Matcher matcher = UNDERSCORE.matcher(column);
        StringBuilder name = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(name, matcher.group(1).toUpperCase(Locale.ROOT));
        }
        return matcher.appendTail(name).toString();
    }
}
