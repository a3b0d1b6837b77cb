package no.fellesdrift.web.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Csv;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Utf8;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.Json;

/**
 * Measurements as they are sent: a JSON array, NDJSON or CSV, into drafts. A row that cannot be read is named with its
 * number and field; the others are read all the same. When a fact was recorded is our clock's to say, so a field or
 * column that tells it is passed over.
 */
final class MeasurementRows<T> {

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

    private final Class<T> draft;
    private final List<Batch.Numbered<T>> rows = new ArrayList<>();
    private final List<RejectedRow> unreadable = new ArrayList<>();
    private final Map<Integer, Long> lines = new HashMap<>();

    private MeasurementRows(Class<T> draft) {
        this.draft = draft;
    }

    /**
     * @throws Rejection EMPTY_BODY, NOT_UTF_8, MALFORMED_JSON or MALFORMED_CSV when it cannot be read at all,
     *     WRONG_FIELDS when a CSV's header is wrong
     */
    static <T> MeasurementRows<T> read(byte[] body, Format format, Class<T> draft) {
        MeasurementRows<T> read = new MeasurementRows<>(draft);
        String text = text(body);
        switch (format) {
            case JSON -> read.array(Json.tree(text));
            case NDJSON -> read.lines(text);
            case CSV -> read.csv(text);
        }
        return read;
    }

    Batch<T> batch() {
        return new Batch<>(rows, unreadable);
    }

    /** Of the file on which a row begins; absent for a JSON array. */
    OptionalLong line(int row) {
        Long line = lines.get(row);
        return line == null ? OptionalLong.empty() : OptionalLong.of(line);
    }

    private static String text(byte[] body) {
        try {
            String text = Utf8.decode(body);
            if (text.isBlank()) {
                throw new Rejection(ApiReason.EMPTY_BODY);
            }
            return text;
        } catch (Utf8.Malformed e) {
            throw new Rejection(ApiReason.NOT_UTF_8, e.line());
        }
    }

    // ------------------------------------------------------------------------------------------------- JSON

    private void array(JsonNode value) {
        if (!value.isArray()) {
            item(1, value);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            item(i + 1, value.get(i));
        }
    }

    private void lines(String text) {
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            lines.put(i + 1, i + 1L);
            if (!all.get(i).isBlank()) {
                try {
                    item(i + 1, Json.tree(all.get(i)));
                } catch (Rejection malformed) {
                    unreadable.add(new RejectedRow(i + 1, "", malformed.reason().key(), malformed.arguments()));
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
            rows.add(new Batch.Numbered<>(row, draft.cast(Json.read(value, draft))));
        } catch (Rejection wrong) {
            wrong.violations()
                    .forEach(violation -> unreadable.add(
                            new RejectedRow(row, violation.path(), violation.key(), violation.arguments())));
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

    private void csv(String text) {
        try {
            Csv.read(text, new Columns());
        } catch (Csv.Malformed e) {
            throw new Rejection(ApiReason.MALFORMED_CSV, e.line());
        }
    }

    private final class Columns implements Csv.Reader {

        private final Map<String, Class<?>> known = Arrays.stream(draft.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        private final List<String> header = new ArrayList<>();

        /** @throws Rejection WRONG_FIELDS */
        @Override
        public boolean header(List<String> names) {
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
            return true;
        }

        @Override
        public void row(long line, List<String> fields) {
            int row = lines.size() + 1;
            lines.put(row, line);
            if (fields.size() != header.size()) {
                unreadable.add(RejectedRow.of(row, "", "sla.row.FIELD_COUNT", fields.size(), header.size()));
                return;
            }
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (int i = 0; i < header.size(); i++) {
                String field = fields.get(i);
                if (!field.isBlank()) {
                    put(object, header.get(i), field);
                }
            }
            item(row, object);
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
