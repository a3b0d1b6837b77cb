package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.engine.Case;

/** Tickets as the cases that an evaluation counts. */
class TicketCases {

    /** What still lasts. */
    private static final long OPEN = Long.MAX_VALUE;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /**
     * Tickets opened before {@code to} that may count in a period from {@code from}: those that had not stopped long
     * before it.
     */
    List<CountedCases.Running> between(Instant from, Instant to) {
        List<CountedCases.Running> tickets = new ArrayList<>();
        try {
            Map<String, List<long[]>> pauses = new HashMap<>();
            Map<String, List<long[]>> reopenings = new HashMap<>();
            Map<String, List<Case.PriorityChange>> changes = new HashMap<>();
            String relevant = """
                    from %s c join ticket t on t.source = c.source and t.source_key = c.ticket and t.superseded = false
                    where c.superseded = false and t.opened_at < ? and (t.resolved_at is null or t.resolved_at >= ?
                          or t.first_response_at is null or t.first_response_at >= ?)
                    """;
            read(
                    "select c.source, c.ticket, c.paused_at, c.resumed_at " + relevant.formatted("ticket_pause"),
                    to,
                    from,
                    from,
                    row -> pauses.computeIfAbsent(row.getString(1) + "\n" + row.getString(2), key -> new ArrayList<>())
                            .add(new long[] {second(row, 3, 0), second(row, 4, OPEN)}));
            read(
                    "select c.source, c.ticket, c.resolved_at, c.reopened_at " + relevant.formatted("ticket_reopening"),
                    to,
                    from,
                    from,
                    row -> reopenings
                            .computeIfAbsent(row.getString(1) + "\n" + row.getString(2), key -> new ArrayList<>())
                            .add(new long[] {second(row, 3, 0), second(row, 4, 0)}));
            read(
                    "select c.source, c.ticket, c.changed_at, c.to_priority "
                            + relevant.formatted("ticket_priority_change"),
                    to,
                    from,
                    from,
                    row -> changes.computeIfAbsent(row.getString(1) + "\n" + row.getString(2), key -> new ArrayList<>())
                            .add(new Case.PriorityChange(second(row, 3, 0), row.getString(4))));
            read("""
                    select t.source, t.source_key, t.agency, t.service, t.offering, t.priority, t.opened_at,
                           t.first_response_at, t.resolved_at
                    from ticket t
                    where t.superseded = false and t.opened_at < ? and (t.resolved_at is null or t.resolved_at >= ?
                          or t.first_response_at is null or t.first_response_at >= ?)
                    order by t.opened_at, t.id
                    """, to, from, from, row -> {
                String key = row.getString(1) + "\n" + row.getString(2);
                long opened = second(row, 7, 0);
                Case response = clock(row, opened, 8, pauses.get(key), null, changes.get(key));
                Case resolution = clock(row, opened, 9, pauses.get(key), reopenings.get(key), changes.get(key));
                tickets.add(new CountedCases.Running(
                        null,
                        row.getString(3),
                        row.getString(5),
                        opened,
                        Map.of(Measure.RESPONSE, response, Measure.RESOLUTION, resolution),
                        response.stop() == null ? Map.of() : Map.of("RESPONDED", response.stop())));
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tickets;
    }

    private static Case clock(
            ResultSet row,
            long opened,
            int stopColumn,
            List<long[]> pauses,
            List<long[]> reopenings,
            List<Case.PriorityChange> changes)
            throws SQLException {
        long stop = second(row, stopColumn, OPEN);
        return new Case(
                row.getString(2),
                row.getString(4),
                opened,
                stop == OPEN ? null : stop,
                null,
                row.getString(6),
                pauses == null ? List.of() : pauses,
                reopenings == null ? List.of() : reopenings,
                changes == null ? List.of() : changes);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, Instant first, Instant second, Instant third, RowReader reader) throws SQLException {
        read(sql, List.of(first, second, third), reader);
    }

    private void read(String sql, List<Instant> parameters, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setLong(i + 1, parameters.get(i).toEpochMilli());
            }
            select.setFetchSize(5_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static long second(ResultSet row, int column, long absent) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? absent : Math.floorDiv(millis, 1_000L);
    }
}
