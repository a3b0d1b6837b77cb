package no.fellesdrift.sla;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects what is wrong with one measurement, field by field. */
final class RowCheck {

    private static final int MOST_DIGITS = 13;
    private static final int MOST_DECIMALS = 6;
    private static final Pattern METRIC = Pattern.compile("[\\p{L}\\p{N}._:/%-]{1,60}");

    private final int row;
    private final Codes codes;
    private final Instant now;
    private final UnnamedSource sources;
    private List<RejectedRow> faults = List.of();
    private String keyPath = "";

    RowCheck(int row, Codes codes, Instant now, UnnamedSource sources) {
        this.row = row;
        this.codes = codes;
        this.now = now;
        this.sources = sources;
    }

    List<RejectedRow> faults() {
        return faults;
    }

    String keyPath() {
        return keyPath;
    }

    void fault(String path, String key, Object... arguments) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(RejectedRow.of(row, path, key, arguments));
    }

    /** An empty text means none. */
    String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    List<Object> key(String path, String key, String source, Object... more) {
        keyPath = path;
        if (required(path, key)) {
            length(path, key, 100);
        }
        length("source", source, 60);
        List<Object> all = new ArrayList<>(2 + more.length);
        all.add(sources.of(source, key));
        all.add(key == null ? "" : key);
        for (Object part : more) {
            all.add(part == null ? 0L : part);
        }
        return all;
    }

    boolean required(String path, String value) {
        boolean given = value != null && !value.isBlank();
        if (!given) {
            fault(path, "sla.row.MISSING");
        }
        return given;
    }

    void given(String path, Object value) {
        if (value == null) {
            fault(path, "sla.row.MISSING");
        }
    }

    void length(String path, String text, int most) {
        if (text != null && text.length() > most) {
            fault(path, "sla.row.TOO_LONG", most);
        }
    }

    void scope(String service, String offering, String agency) {
        if (service == null || service.isBlank()) {
            if (faults.stream().noneMatch(fault -> fault.path().equals("service"))) {
                fault("service", "sla.row.MISSING");
            }
        } else if (!codes.isService(service)) {
            fault("service", "sla.row.UNKNOWN_SERVICE", service);
        } else if (blank(offering) != null && !codes.isOffering(offering, service)) {
            fault("offering", "sla.row.UNKNOWN_OFFERING", offering, service);
        }
        if (blank(agency) != null && !codes.isAgency(agency)) {
            fault("agency", "sla.row.UNKNOWN_AGENCY", agency);
        }
    }

    void person(String path, String person) {
        if (blank(person) != null && !codes.isPerson(person)) {
            fault(path, "sla.row.UNKNOWN_PERSON", person);
        }
    }

    void oneOf(String path, String value, Set<String> choices) {
        if (value == null || value.isBlank()) {
            fault(path, "sla.row.MISSING");
        } else if (!choices.contains(value)) {
            fault(
                    path,
                    "sla.row.NOT_A_CHOICE",
                    value,
                    String.join(", ", choices.stream().sorted().toList()));
        }
    }

    void instant(String path, Instant instant) {
        if (instant == null) {
            fault(path, "sla.row.MISSING");
        } else {
            wholeSeconds(path, instant);
        }
    }

    void wholeSeconds(String path, Instant instant) {
        if (instant != null && !instant.truncatedTo(ChronoUnit.SECONDS).equals(instant)) {
            fault(path, "sla.row.NOT_WHOLE_SECONDS");
        }
    }

    void notInFuture(String path, Instant instant) {
        if (instant != null && instant.isAfter(now)) {
            fault(path, "sla.row.IN_FUTURE");
        }
    }

    /** The end, when given, comes after the start. */
    void after(String path, Instant start, Instant end) {
        wholeSeconds(path, end);
        if (start != null && end != null && !end.isAfter(start)) {
            fault(path, "sla.row.NOT_AFTER");
        }
    }

    /** The end, when given, does not come before the start; what ends where it began is taken back. */
    void notEarlier(String path, Instant start, Instant end) {
        wholeSeconds(path, end);
        if (start != null && end != null && end.isBefore(start)) {
            fault(path, "sla.row.NOT_AFTER");
        }
    }

    /** The later one, when given, does not come before the earlier. */
    void notBefore(String path, Instant earlier, Instant later) {
        wholeSeconds(path, later);
        if (earlier != null && later != null && later.isBefore(earlier)) {
            fault(path, "sla.row.BEFORE_OPENING");
        }
    }

    /** The later one does not come before the earlier, where both are given. */
    void inOrder(String path, Instant earlier, Instant later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            fault(path, "sla.row.NOT_IN_ORDER");
        }
    }

    /** Both or neither. */
    void together(String path, Object one, Object other) {
        if ((one == null) != (other == null)) {
            fault(path, "sla.row.TOGETHER");
        }
    }

    /** What was called off was not carried out. */
    void notBoth(String path, boolean cancelled, Object carriedOut) {
        if (cancelled && carriedOut != null) {
            fault(path, "sla.row.CANCELLED_AND_DONE");
        }
    }

    /** A number that its column can hold: thirteen digits before the point, six after it. */
    void number(String path, BigDecimal number) {
        if (number != null
                && (number.stripTrailingZeros().scale() > MOST_DECIMALS
                        || number.precision() - number.scale() > MOST_DIGITS)) {
            fault(path, "sla.row.NOT_A_NUMBER", MOST_DIGITS, MOST_DECIMALS);
        }
    }

    /** What is measured: letters, digits and {@code . _ : / % -}. */
    void metric(String metric) {
        if (required("metric", metric) && !METRIC.matcher(metric).matches()) {
            fault("metric", "sla.row.NOT_A_METRIC");
        }
    }

    /** Not before what is still kept; what came before can no longer be told apart from what is known. */
    void kept(String path, Instant at, Instant keptFrom) {
        if (at != null && at.isBefore(keptFrom)) {
            fault(path, "sla.row.TOO_OLD", keptFrom.toString());
        }
    }

    void ticket(String ticket, String source, Instant at, String path, Map<List<Object>, Long> opened) {
        if (ticket == null || ticket.isBlank()) {
            return;
        }
        Long openedAt = opened.get(List.of(sources.of(source, ticket), ticket));
        if (openedAt == null) {
            fault("ticket", "sla.row.UNKNOWN_TICKET", ticket);
        } else if (at != null && at.toEpochMilli() < openedAt) {
            fault(path, "sla.row.BEFORE_OPENING");
        }
    }
}
