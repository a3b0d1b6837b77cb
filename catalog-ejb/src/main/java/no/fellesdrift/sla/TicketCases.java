package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.engine.Case;

/**
 * Tickets as the cases that an evaluation counts. Read a few hundred at a time with what happened to them: of all others
 * only the number is in memory, however many there are.
 */
class TicketCases {

    /** What still lasts. */
    private static final long OPEN = Long.MAX_VALUE;

    /** So many are read at a time. */
    private static final int SOME = 500;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Numbers of rows, without a box around each. */
    private static final class Numbers {
        private long[] numbers = new long[1_024];
        private int size;

        void add(long number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        List<Long> from(int first) {
            return LongStream.of(numbers)
                    .skip(first)
                    .limit(Math.min(SOME, size - first))
                    .boxed()
                    .toList();
        }
    }

    /** Something that happened to a ticket. */
    private record Part<T>(long ticket, T part) {}

    /**
     * Tickets of offerings opened before {@code to} that may count in a period from {@code from}: those that had not
     * stopped before it.
     */
    void between(Instant from, Instant to, Collection<String> offerings, Consumer<CountedCases.Running> each) {
        List<Object> parameters = new ArrayList<>(offerings);
        parameters.addAll(List.of(to.toEpochMilli(), from.toEpochMilli(), from.toEpochMilli()));
        Numbers numbers = new Numbers();
        Rows.forEach(
                connection(),
                "select id from ticket where superseded = false and offering in (" + Rows.marks(offerings.size())
                        + ") and opened_at < ? and (resolved_at is null or resolved_at >= ? or first_response_at is null"
                        + " or first_response_at >= ?) order by id",
                parameters,
                row -> row.getLong(1),
                numbers::add);
        for (int first = 0; first < numbers.size; first += SOME) {
            some(numbers.from(first)).forEach(each);
        }
    }

    private List<CountedCases.Running> some(List<Long> ids) {
        Map<Long, List<long[]>> pauses = parts(ids, "paused_at, p.resumed_at", "ticket_pause", row ->
                new long[] {second(row, 2, 0), second(row, 3, OPEN)});
        Map<Long, List<long[]>> reopenings = parts(ids, "resolved_at, p.reopened_at", "ticket_reopening", row ->
                new long[] {second(row, 2, 0), second(row, 3, 0)});
        Map<Long, List<Case.PriorityChange>> changes = parts(
                ids,
                "changed_at, p.to_priority",
                "ticket_priority_change",
                row -> new Case.PriorityChange(second(row, 2, 0), row.getString(3)));
        return Rows.list(
                connection(),
                "select id, source_key, service, priority, opened_at, first_response_at, resolved_at, agency, offering"
                        + " from ticket where id in (" + Rows.marks(ids.size()) + ") order by id",
                ids,
                row -> {
                    long id = row.getLong(1);
                    Case response = clock(row, 6, pauses.get(id), null, changes.get(id));
                    Case resolution = clock(row, 7, pauses.get(id), reopenings.get(id), changes.get(id));
                    return new CountedCases.Running(
                            null,
                            row.getString(8),
                            row.getString(9),
                            response.start(),
                            Map.of(Measure.RESPONSE, response, Measure.RESOLUTION, resolution),
                            response.stop() == null ? Map.of() : Map.of("RESPONDED", response.stop()));
                });
    }

    private <T> Map<Long, List<T>> parts(List<Long> tickets, String columns, String table, Rows.Mapper<T> mapper) {
        Map<Long, List<T>> parts = new HashMap<>();
        Rows.list(
                        connection(),
                        "select t.id, p." + columns + " from ticket t join " + table
                                + " p on p.source = t.source and p.ticket = t.source_key and p.superseded = false"
                                + " where t.id in (" + Rows.marks(tickets.size()) + ") order by p.id",
                        tickets,
                        row -> new Part<>(row.getLong(1), mapper.map(row)))
                .forEach(one -> parts.computeIfAbsent(one.ticket(), ticket -> new ArrayList<>())
                        .add(one.part()));
        return parts;
    }

    private static Case clock(
            ResultSet row,
            int stopColumn,
            List<long[]> pauses,
            List<long[]> reopenings,
            List<Case.PriorityChange> changes)
            throws SQLException {
        long stop = second(row, stopColumn, OPEN);
        return new Case(
                row.getString(2),
                row.getString(3),
                second(row, 5, 0),
                stop == OPEN ? null : stop,
                null,
                row.getString(4),
                pauses == null ? List.of() : pauses,
                reopenings == null ? List.of() : reopenings,
                changes == null ? List.of() : changes);
    }

    private static long second(ResultSet row, int column, long absent) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? absent : Math.floorDiv(millis, 1_000L);
    }
}
