package no.fellesdrift.web.sla;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.RejectedRow;
import no.fellesdrift.web.api.ApiReason;
import no.fellesdrift.web.api.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Measurements as they are sent: a JSON array, NDJSON or CSV, into drafts. A row that cannot be read is named with its
 * number and field; the others are read all the same.
 */
final class MeasurementRows {

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

    private static final CSVFormat CSV_FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private MeasurementRows() {}

    /** @throws Rejection MALFORMED_JSON when it cannot be read at all, WRONG_FIELDS when a CSV's header is wrong */
    static <T> Batch<T> read(byte[] body, Format format, Class<T> draft) {
        String text = utf8(body);
        if (text.isBlank()) {
            throw new Rejection(ApiReason.EMPTY_BODY);
        }
        List<Batch.Numbered<T>> rows = new ArrayList<>();
        List<RejectedRow> unreadable = new ArrayList<>();
        switch (format) {
            case JSON -> array(text, draft, rows, unreadable);
            case NDJSON -> lines(text, draft, rows, unreadable);
            case CSV -> csv(text, draft, rows, unreadable);
        }
        return new Batch<>(rows, unreadable);
    }

    private static String utf8(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Rejection(ApiReason.MALFORMED_JSON, "UTF-8");
        }
    }

    private static <T> void array(
            String text, Class<T> draft, List<Batch.Numbered<T>> rows, List<RejectedRow> unreadable) {
        JsonValue value = parse(text);
        JsonArray items = value instanceof JsonArray array
                ? array
                : jakarta.json.Json.createArrayBuilder().add(value).build();
        for (int i = 0; i < items.size(); i++) {
            item(i + 1, items.get(i), draft, rows, unreadable);
        }
    }

    private static <T> void lines(
            String text, Class<T> draft, List<Batch.Numbered<T>> rows, List<RejectedRow> unreadable) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    item(i + 1, parse(lines.get(i)), draft, rows, unreadable);
                } catch (Rejection malformed) {
                    unreadable.add(new RejectedRow(i + 1, "", malformed.reason().key(), malformed.arguments()));
                }
            }
        }
    }

    private static JsonValue parse(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonParsingException e) {
            throw new Rejection(
                    ApiReason.MALFORMED_JSON,
                    e.getMessage() == null
                            ? ""
                            : e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static <T> void item(
            int row, JsonValue value, Class<T> draft, List<Batch.Numbered<T>> rows, List<RejectedRow> unreadable) {
        try {
            rows.add(new Batch.Numbered<>(row, draft.cast(Json.read(value, draft))));
        } catch (Rejection wrong) {
            wrong.violations()
                    .forEach(violation -> unreadable.add(
                            new RejectedRow(row, violation.path(), violation.key(), violation.arguments())));
        }
    }

    private static <T> void csv(
            String text, Class<T> draft, List<Batch.Numbered<T>> rows, List<RejectedRow> unreadable) {
        Set<String> known = new HashSet<>();
        for (var component : draft.getRecordComponents()) {
            known.add(component.getName());
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSV_FORMAT)) {
            List<String> header = null;
            int row = 0;
            for (CSVRecord csv : parser) {
                if (header == null) {
                    header = header(csv, known);
                    continue;
                }
                row++;
                if (csv.size() != header.size()) {
                    unreadable.add(RejectedRow.of(row, "", "sla.row.FIELD_COUNT", csv.size(), header.size()));
                    continue;
                }
                item(row, object(csv, header, draft), draft, rows, unreadable);
            }
        } catch (UncheckedIOException | IllegalStateException | IOException e) {
            throw new Rejection(ApiReason.WRONG_FIELDS, List.of(Rejection.Violation.of("", "sla.row.CSV_SYNTAX")));
        }
    }

    /** The columns as field names; a column we stamp ourselves may be there and is not read. */
    private static List<String> header(CSVRecord csv, Set<String> known) {
        List<String> header = new ArrayList<>();
        List<Rejection.Violation> wrong = new ArrayList<>();
        for (String column : csv) {
            String name = camel(column.strip());
            if (!known.contains(name) && !name.equals("recordedAt")) {
                wrong.add(Rejection.Violation.of(column, "sla.row.UNKNOWN_COLUMN", column));
            }
            header.add(name);
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(ApiReason.WRONG_FIELDS, wrong);
        }
        return header;
    }

    static String camel(String column) {
        Matcher matcher = UNDERSCORE.matcher(column);
        StringBuilder name = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(name, matcher.group(1).toUpperCase(Locale.ROOT));
        }
        return matcher.appendTail(name).toString();
    }

    private static JsonObject object(CSVRecord csv, List<String> header, Class<?> draft) {
        JsonObjectBuilder object = jakarta.json.Json.createObjectBuilder();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            String field = csv.get(i);
            if (!field.isBlank() && !name.equals("recordedAt")) {
                object.add(name, value(name, field, draft));
            }
        }
        return object.build();
    }

    private static JsonValue value(String name, String field, Class<?> draft) {
        for (var component : draft.getRecordComponents()) {
            if (component.getName().equals(name) && component.getType() == Boolean.class) {
                if (field.equals("yes")) {
                    return JsonValue.TRUE;
                }
                if (field.equals("no")) {
                    return JsonValue.FALSE;
                }
            }
        }
        JsonString text = jakarta.json.Json.createValue(field);
        return text;
    }
}
