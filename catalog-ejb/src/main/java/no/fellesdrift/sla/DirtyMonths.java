package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.fellesdrift.kernel.Rows;

/**
 * Which months that are over have new facts, and of which services. A mark is a row of its own, written in the
 * transaction of the fact: an evaluation sees both or neither, and takes away only the marks that it saw.
 */
class DirtyMonths {

    /** Stands for every service. */
    static final String ALL = "*";

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    /** A year's level sees the months before its own. */
    private static final int LONGEST = 12;

    private static final int CHUNK = 500;

    /** A month of the zone begins on the hour. */
    private static final long HOUR = 3_600_000;

    /** A service and the months that a fact of it names. */
    private record Touched(String service, YearMonth first, YearMonth last, boolean lasts) {}

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Marks the months that rows of a table concern, as they are now and as they were before. */
    void mark(FactTable table, Collection<FactRow> rows, Instant now) {
        Set<List<String>> marks = new HashSet<>();
        int service = table.content().indexOf("service");
        if (service < 0) {
            tickets(rows, now, marks);
        } else {
            // a thousand rows are of few services and months: each of these is reckoned once
            Map<Long, YearMonth> hours = new HashMap<>();
            Set<Touched> touched = new HashSet<>();
            int[] columns = instants(table);
            for (FactRow row : rows) {
                long first = Long.MAX_VALUE;
                long last = Long.MIN_VALUE;
                boolean lasts = false;
                for (int column : columns) {
                    Long at = (Long) row.content().get(column);
                    lasts |= at == null;
                    first = at == null ? first : Math.min(first, at);
                    last = at == null ? last : Math.max(last, at);
                }
                if (first <= last) {
                    touched.add(new Touched(
                            String.valueOf(row.content().get(service)),
                            hours.computeIfAbsent(Math.floorDiv(first, HOUR), hour -> month(hour * HOUR)),
                            hours.computeIfAbsent(Math.floorDiv(last, HOUR), hour -> month(hour * HOUR)),
                            lasts));
                }
            }
            touched.forEach(one -> mark(one.service(), one.first(), one.last(), one.lasts(), now, marks));
        }
        Rows.insert(
                connection(),
                "insert into dirty_month (period, service) values (?, ?)",
                marks.stream()
                        .sorted((a, b) -> (a.get(0) + a.get(1)).compareTo(b.get(0) + b.get(1)))
                        .toList());
    }

    /** A part of a ticket concerns the months of the ticket. */
    private void tickets(Collection<FactRow> parts, Instant now, Set<List<String>> marks) {
        Set<String> sources = new TreeSet<>();
        Set<String> tickets = new TreeSet<>();
        parts.forEach(part -> {
            sources.add(String.valueOf(part.key().get(0)));
            tickets.add(String.valueOf(part.key().get(1)));
        });
        List<String> all = List.copyOf(tickets);
        for (int start = 0; start < all.size(); start += CHUNK) {
            List<String> some = all.subList(start, Math.min(start + CHUNK, all.size()));
            List<String> parameters = new ArrayList<>(sources);
            parameters.addAll(some);
            Rows.list(
                            connection(),
                            "select service, opened_at, coalesce(resolved_at, 0) from ticket where superseded = false"
                                    + " and source in (" + Rows.marks(sources.size()) + ") and source_key in ("
                                    + Rows.marks(some.size()) + ")",
                            parameters,
                            row -> new Object[] {row.getString(1), row.getLong(2), row.getLong(3)})
                    .forEach(row ->
                            mark(String.valueOf(row[0]), month((Long) row[1]), month((Long) row[1]), true, now, marks));
        }
    }

    /** The columns with instants. What has none in one of them has no end yet, and concerns every month until now. */
    private static int[] instants(FactTable table) {
        return IntStream.range(0, table.content().size())
                .filter(i -> table.content().get(i).endsWith("_at"))
                .toArray();
    }

    private static void mark(
            String service, YearMonth first, YearMonth told, boolean lasts, Instant now, Set<List<String>> marks) {
        YearMonth running = month(now.toEpochMilli());
        YearMonth last = lasts ? running : told;
        YearMonth after = last.plusMonths(LONGEST).isBefore(running) ? last.plusMonths(LONGEST) : running;
        for (YearMonth month = first; month.isBefore(after); month = month.plusMonths(1)) {
            marks.add(List.of(month.toString(), service));
        }
    }

    private static YearMonth month(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atZone(ZONE));
    }

    /** Services with new facts; {@link #ALL} among them when nobody knows which. */
    Set<String> services(YearMonth period) {
        return new TreeSet<>(Rows.list(
                connection(),
                "select distinct service from dirty_month where period = ?",
                List.of(period.toString()),
                row -> row.getString(1)));
    }

    /** The marks of a month that this transaction sees. A later one may have a smaller number, so each is named. */
    List<Long> marks(YearMonth period) {
        return Rows.list(
                connection(),
                "select id from dirty_month where period = ? order by id",
                List.of(period.toString()),
                row -> row.getLong(1));
    }

    /** Takes away marks that an evaluation has seen. */
    void clear(List<Long> marks) {
        for (int start = 0; start < marks.size(); start += CHUNK) {
            List<Long> some = marks.subList(start, Math.min(start + CHUNK, marks.size()));
            Rows.update(connection(), "delete from dirty_month where id in (" + Rows.marks(some.size()) + ")", some);
        }
    }
}
