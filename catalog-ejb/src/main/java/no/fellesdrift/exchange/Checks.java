package no.fellesdrift.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The rules that several files have in common. */
final class Checks {

    private static final String FROM = "valid_from";
    private static final String TO = "valid_to";

    private Checks() {}

    /** The end date, where there is one, is after the start date. */
    static BiConsumer<Row, Faults> validity() {
        return (row, faults) -> {
            LocalDate from = row.date(FROM);
            LocalDate to = row.date(TO);
            if (from != null && to != null && !to.isAfter(from)) {
                faults.add(row, TO, FaultKind.END_NOT_AFTER_START, to, from);
            }
        };
    }

    /** The later instant, where there is one, is after the earlier. */
    static BiConsumer<Row, Faults> after(String earlier, String later) {
        return (row, faults) -> {
            Instant from = row.instant(earlier);
            Instant to = row.instant(later);
            if (from != null && to != null && !to.isAfter(from)) {
                faults.add(row, later, FaultKind.END_NOT_AFTER_START, to, from);
            }
        };
    }

    /** The instants, as far as they are there, do not go backwards. */
    static BiConsumer<Row, Faults> inOrder(String... columns) {
        return (row, faults) -> {
            String before = null;
            for (String column : columns) {
                if (row.has(column)) {
                    if (before != null && row.instant(column).isBefore(row.instant(before))) {
                        faults.add(row, column, FaultKind.ORDER_OF_STEPS, column, before);
                    }
                    before = column;
                }
            }
        };
    }

    /** The columns are filled in, or are empty, depending on another column's value. */
    static BiConsumer<Row, Faults> filled(String column, Function<Row, Boolean> mustBe) {
        return (row, faults) -> {
            if (!row.sound()) {
                return;
            }
            Boolean must = mustBe.apply(row);
            if (Boolean.TRUE.equals(must) && !row.has(column)) {
                faults.add(row, column, FaultKind.REQUIRED);
            } else if (Boolean.FALSE.equals(must) && row.has(column)) {
                faults.add(row, column, FaultKind.MUST_BE_EMPTY);
            }
        };
    }

    /** Rows of the same group do not overlap in time, and follow each other without a gap. */
    static BiConsumer<List<Row>, Faults> seamless(String... group) {
        return timeline(List.of(group), true);
    }

    /** Rows of the same group do not overlap in time. */
    static BiConsumer<List<Row>, Faults> noOverlap(String... group) {
        return timeline(List.of(group), false);
    }

    private static BiConsumer<List<Row>, Faults> timeline(List<String> group, boolean seamless) {
        return (rows, faults) -> {
            for (List<Row> members : grouped(rows, row -> row.together(group)).values()) {
                members.sort(Comparator.comparing(row -> row.date(FROM)));
                for (int i = 1; i < members.size(); i++) {
                    Row before = members.get(i - 1);
                    Row row = members.get(i);
                    LocalDate end = before.date(TO);
                    if (end == null || end.isAfter(row.date(FROM))) {
                        faults.add(row, FROM, FaultKind.OVERLAP, row.date(FROM), before.line());
                    } else if (seamless && end.isBefore(row.date(FROM))) {
                        faults.add(row, FROM, FaultKind.GAP, end, row.date(FROM), before.line());
                    }
                }
            }
        };
    }

    /** All rows of a group say the same in these columns. */
    static BiConsumer<List<Row>, Faults> theSame(String group, String... columns) {
        return (rows, faults) -> {
            for (List<Row> members :
                    grouped(rows, row -> row.together(List.of(group))).values()) {
                Row first = members.get(0);
                for (Row row : members) {
                    for (String column : columns) {
                        if (!Objects.equals(row.get(column), first.get(column))) {
                            faults.add(row, column, FaultKind.NOT_THE_SAME, first.get(column), first.line());
                        }
                    }
                }
            }
        };
    }

    /** The percentages of each group add up to exactly 100; groups for which {@code summed} is false are passed over. */
    static void sum100(List<Row> rows, String group, String percent, Function<String, Boolean> summed, Faults faults) {
        grouped(rows, row -> row.text(group)).forEach((name, members) -> {
            if (summed.apply(name)) {
                BigDecimal sum = members.stream()
                        .map(row -> row.has(percent) ? row.number(percent) : BigDecimal.ZERO)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
                    Row last = members.get(members.size() - 1);
                    faults.add(
                            last,
                            percent,
                            FaultKind.SUM_100,
                            name,
                            sum.stripTrailingZeros().toPlainString());
                }
            }
        });
    }

    /** Following {@code refers} from row to row never comes back. */
    static BiConsumer<List<Row>, Faults> noCircle(String key, String refers) {
        return noCircle(row -> row.text(key), row -> row.text(refers), refers);
    }

    static BiConsumer<List<Row>, Faults> noCircle(Function<Row, String> from, Function<Row, String> to, String column) {
        return (rows, faults) -> {
            Map<String, List<Row>> edges = grouped(
                    rows.stream()
                            .filter(row -> from.apply(row) != null && to.apply(row) != null)
                            .toList(),
                    from);
            Set<String> done = new HashSet<>();
            for (String start : edges.keySet()) {
                follow(start, edges, to, column, new ArrayList<>(), done, faults);
            }
        };
    }

    private static void follow(
            String node,
            Map<String, List<Row>> edges,
            Function<Row, String> to,
            String column,
            List<String> path,
            Set<String> done,
            Faults faults) {
        if (done.contains(node)) {
            return;
        }
        path.add(node);
        for (Row edge : edges.getOrDefault(node, List.of())) {
            String next = to.apply(edge);
            int at = path.indexOf(next);
            if (at >= 0) {
                faults.add(
                        edge,
                        column,
                        FaultKind.CIRCLE,
                        String.join(" → ", path.subList(at, path.size())) + " → " + next);
            } else {
                follow(next, edges, to, column, path, done, faults);
            }
        }
        path.remove(path.size() - 1);
        done.add(node);
    }

    static <K> Map<K, List<Row>> grouped(List<Row> rows, Function<Row, K> by) {
        Map<K, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(by.apply(row), k -> new ArrayList<>()).add(row));
        return groups;
    }
}
