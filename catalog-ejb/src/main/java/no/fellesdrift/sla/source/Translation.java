package no.fellesdrift.sla.source;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.fellesdrift.sla.RejectedRow;

/**
 * Reads a source's message by the rules of its fields. A pure function: it knows the message, the rules and which
 * services the source watches, and says of every event what it is or why it cannot be used.
 *
 * <p>Starts are cut to whole seconds and ends rounded up: what is measured is rather a second too long than too short.
 */
final class Translation {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final DateTimeFormatter ZABBIX = DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm:ss");
    private static final Set<String> STATES = Set.of(Event.FIRING, Event.RESOLVED, Event.IGNORE);
    private static final Set<String> IMPACTS = Set.of("FULL", "DEGRADED");
    private static final Set<String> CAUSES = Set.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    private static final int MOST_EVENTS = 10_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_KEY = 80;
    /** Whole seconds since 1970 have fewer digits than milliseconds. */
    private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);

    private final Map<SourceField, FieldRule> rules;
    private final Set<String> watched;

    private Translation(List<FieldRule> rules, Set<String> watched) {
        this.rules = rules.stream().collect(Collectors.toMap(FieldRule::field, rule -> rule));
        this.watched = new TreeSet<>(watched);
    }

    /** The message's events; one with a problem and no more when it cannot be read at all. */
    static List<Event> of(String message, List<FieldRule> rules, Set<String> watched) {
        return new Translation(rules, watched).events(message);
    }

    /** An object's fields alone: the labels of a series. */
    static Event ofLabels(JsonStructure labels, List<FieldRule> rules, Set<String> watched) {
        Translation translation = new Translation(rules, watched);
        List<RejectedRow> problems = new ArrayList<>();
        return new Event(
                1,
                "",
                Event.FIRING,
                null,
                null,
                translation.service(labels, 1, problems),
                translation.text(labels, SourceField.OFFERING, 1, problems),
                translation.text(labels, SourceField.AGENCY, 1, problems),
                translation.choice(labels, SourceField.IMPACT, IMPACTS, 1, problems),
                translation.choice(labels, SourceField.CAUSE, CAUSES, 1, problems),
                translation.shortened(labels, 1, problems),
                List.copyOf(problems));
    }

    private List<Event> events(String message) {
        JsonStructure root;
        try (JsonReader reader = Json.createReader(new StringReader(message))) {
            root = reader.read();
        } catch (JsonException e) {
            return List.of(unreadable("", "sla.source.row.NOT_JSON"));
        }
        FieldRule items = rules.get(SourceField.ITEMS);
        if (items == null || items.pointers().isEmpty()) {
            return root.getValueType() == JsonValue.ValueType.ARRAY ? all(root.asJsonArray()) : List.of(event(root, 1));
        }
        Optional<JsonValue> several = at(root, items.pointers().get(0));
        if (several.isEmpty() || several.get().getValueType() != JsonValue.ValueType.ARRAY) {
            return List.of(unreadable("ITEMS", "sla.source.row.NO_ITEMS", items.pointer()));
        }
        return all(several.get().asJsonArray());
    }

    private List<Event> all(JsonArray array) {
        if (array.size() > MOST_EVENTS) {
            return List.of(unreadable("ITEMS", "sla.source.row.TOO_MANY", MOST_EVENTS));
        }
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            events.add(
                    array.get(i) instanceof JsonStructure structure
                            ? event(structure, i + 1)
                            : problem(i + 1, "ITEMS", "sla.source.row.NOT_JSON"));
        }
        return events;
    }

    private static Event unreadable(String path, String key, Object... arguments) {
        return problem(1, path, key, arguments);
    }

    private static Event problem(int row, String path, String key, Object... arguments) {
        return new Event(
                row,
                "",
                Event.IGNORE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(RejectedRow.of(row, path, key, arguments)));
    }

    private Event event(JsonStructure event, int row) {
        List<RejectedRow> problems = new ArrayList<>();
        String state = choice(event, SourceField.STATE, STATES, row, problems);
        if (Event.IGNORE.equals(state)) {
            return new Event(row, "", state, null, null, null, null, null, null, null, null, List.of());
        }
        String key = key(event, row, problems);
        boolean ended = Event.RESOLVED.equals(state);
        return new Event(
                row,
                key,
                state,
                instant(event, SourceField.STARTED, RoundingMode.FLOOR, row, problems),
                ended ? instant(event, SourceField.ENDED, RoundingMode.CEILING, row, problems) : null,
                service(event, row, problems),
                text(event, SourceField.OFFERING, row, problems),
                text(event, SourceField.AGENCY, row, problems),
                choice(event, SourceField.IMPACT, IMPACTS, row, problems),
                choice(event, SourceField.CAUSE, CAUSES, row, problems),
                shortened(event, row, problems),
                List.copyOf(problems));
    }

    private String key(JsonStructure event, int row, List<RejectedRow> problems) {
        FieldRule rule = rules.get(SourceField.KEY);
        String key = rule == null
                ? ""
                : rule.pointers().stream()
                        .map(pointer ->
                                at(event, pointer).map(Translation::plain).orElse(""))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("!"));
        if (key.isBlank()) {
            problems.add(RejectedRow.of(row, "KEY", "sla.source.row.MISSING", rule == null ? "" : rule.pointer()));
        } else if (key.length() > LONGEST_KEY) {
            problems.add(RejectedRow.of(row, "KEY", "sla.row.TOO_LONG", LONGEST_KEY));
        }
        return key;
    }

    /** Its own field; or the only service that the source watches. */
    private String service(JsonStructure event, int row, List<RejectedRow> problems) {
        String service = text(event, SourceField.SERVICE, row, problems);
        if (service == null && problems.stream().noneMatch(fault -> fault.path().equals("SERVICE"))) {
            if (watched.size() == 1) {
                return watched.iterator().next();
            }
            FieldRule rule = rules.get(SourceField.SERVICE);
            problems.add(RejectedRow.of(
                    row,
                    "SERVICE",
                    "sla.source.row.MISSING",
                    rule == null || rule.pointer() == null ? "" : rule.pointer()));
        } else if (service != null && !watched.isEmpty() && !watched.contains(service)) {
            problems.add(RejectedRow.of(row, "SERVICE", "sla.source.row.NOT_WATCHED", service));
        }
        return service;
    }

    private String shortened(JsonStructure event, int row, List<RejectedRow> problems) {
        String text = text(event, SourceField.TEXT, row, problems);
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private String choice(
            JsonStructure event, SourceField field, Set<String> choices, int row, List<RejectedRow> problems) {
        String value = text(event, field, row, problems);
        if (problems.stream().anyMatch(fault -> fault.path().equals(field.name()))) {
            return null;
        }
        if (value == null) {
            FieldRule rule = rules.get(field);
            problems.add(RejectedRow.of(
                    row,
                    field.name(),
                    "sla.source.row.MISSING",
                    rule == null || rule.pointer() == null ? "" : rule.pointer()));
        } else if (!choices.contains(value)) {
            problems.add(RejectedRow.of(row, field.name(), "sla.source.row.NO_MEANING", value));
        }
        return value;
    }

    /** The value's meaning; null when there is none and nothing stands for it. */
    private String text(JsonStructure event, SourceField field, int row, List<RejectedRow> problems) {
        FieldRule rule = rules.get(field);
        if (rule == null) {
            return null;
        }
        String value = rule.pointers().stream()
                .flatMap(pointer -> at(event, pointer).map(Translation::plain).stream())
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse(null);
        Map<String, String> meanings = rule.meaningOf();
        if (value == null) {
            return rule.otherwise();
        } else if (meanings.isEmpty()) {
            return value;
        } else if (meanings.containsKey(value)) {
            return meanings.get(value);
        } else if (rule.otherwise() != null) {
            return rule.otherwise();
        }
        problems.add(RejectedRow.of(row, field.name(), "sla.source.row.NO_MEANING", value));
        return null;
    }

    private Instant instant(
            JsonStructure event, SourceField field, RoundingMode rounding, int row, List<RejectedRow> problems) {
        String value = text(event, field, row, problems);
        if (value == null) {
            return null;
        }
        try {
            return whole(read(value.strip()), rounding);
        } catch (DateTimeException | ArithmeticException e) {
            problems.add(RejectedRow.of(row, field.name(), "sla.source.row.NO_TIME", value));
            return null;
        }
    }

    private static Instant read(String value) {
        if (value.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            BigDecimal number = new BigDecimal(value);
            BigDecimal seconds = number.compareTo(MILLISECONDS_FROM) >= 0 ? number.movePointLeft(3) : number;
            return Instant.ofEpochSecond(
                    seconds.setScale(0, RoundingMode.FLOOR).longValueExact(),
                    seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
        }
        return value.matches("\\d{4}\\.\\d{2}\\.\\d{2} \\d{2}:\\d{2}:\\d{2}")
                ? LocalDateTime.parse(value, ZABBIX).atZone(ZONE).toInstant()
                : OffsetDateTime.parse(value).toInstant();
    }

    private static Instant whole(Instant instant, RoundingMode rounding) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return rounding == RoundingMode.CEILING && second.isBefore(instant) ? second.plusSeconds(1) : second;
    }

    private static Optional<JsonValue> at(JsonStructure event, String pointer) {
        try {
            JsonPointer place = Json.createPointer(pointer);
            return place.containsValue(event)
                    ? Optional.of(place.getValue(event)).filter(value -> value != JsonValue.NULL)
                    : Optional.empty();
        } catch (JsonException absent) {
            return Optional.empty();
        }
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
