package no.fellesdrift.sla.source;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The samples of a range query as intervals. A sample at {@code t} speaks for {@code [t, t + step)}; 0 is down, any other
 * number up; where a sample is missing, or is no number, nothing is known. A pure function.
 */
final class Samples {

    /** How a stretch of time was. */
    enum Kind {
        UP,
        DOWN,
        GAP
    }

    /** Whole seconds, half-open; stretches of a series follow each other without hole or overlap. */
    record Stretch(Kind kind, long from, long to) {}

    /**
     * One time series.
     *
     * @param name its labels in order, as one text
     */
    record Series(String name, JsonObject labels, List<Stretch> stretches) {}

    private Samples() {}

    /**
     * Reads the answer of {@code /api/v1/query_range}.
     *
     * @param from the first sample's second
     * @param to the end, exclusive: the last sample's second and one step
     * @throws IllegalArgumentException when it is no such answer; the message says why
     */
    static List<Series> read(String answer, long from, long to, long step) {
        JsonObject root;
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            root = reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The answer is no JSON object.", e);
        }
        if (!"success".equals(root.getString("status", ""))) {
            throw new IllegalArgumentException(
                    root.getString("errorType", "error") + ": " + root.getString("error", "no success"));
        }
        try {
            JsonObject data = root.getJsonObject("data");
            if (!"matrix".equals(data.getString("resultType"))) {
                throw new IllegalArgumentException("The answer is no matrix but " + data.getString("resultType") + ".");
            }
            return data.getJsonArray("result").stream()
                    .map(JsonValue::asJsonObject)
                    .map(series -> series(series, from, to, step))
                    .toList();
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("The answer has not the shape of a range query.", e);
        }
    }

    private static Series series(JsonObject series, long from, long to, long step) {
        NavigableMap<Long, Kind> samples = new TreeMap<>();
        for (JsonValue value : series.getJsonArray("values")) {
            JsonArray pair = value.asJsonArray();
            long at = ((JsonNumber) pair.get(0))
                    .bigDecimalValue()
                    .setScale(0, RoundingMode.FLOOR)
                    .longValueExact();
            samples.put(at, kind(((JsonString) pair.get(1)).getString()));
        }
        JsonObject labels = series.getJsonObject("metric");
        String name = new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + text(label.getValue()))
                        .collect(Collectors.joining(","));
        return new Series(name, labels, stretches(samples, from, to, step));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static Kind kind(String value) {
        if (!value.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?([eE][-+]?\\d{1,3})?")) {
            return Kind.GAP; // NaN, +Inf
        }
        return new BigDecimal(value).signum() == 0 ? Kind.DOWN : Kind.UP;
    }

    private static List<Stretch> stretches(NavigableMap<Long, Kind> samples, long from, long to, long step) {
        List<Stretch> stretches = new ArrayList<>();
        for (long at = from; at < to; at += step) {
            Long sample = samples.ceilingKey(at);
            Kind kind = sample == null || sample >= at + step ? Kind.GAP : samples.get(sample);
            long end = Math.min(at + step, to);
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && last.kind() == kind) {
                stretches.set(stretches.size() - 1, new Stretch(kind, last.from(), end));
            } else {
                stretches.add(new Stretch(kind, at, end));
            }
        }
        return stretches;
    }
}
