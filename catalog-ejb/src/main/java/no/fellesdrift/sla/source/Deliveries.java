package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.RejectedRow;

/** What arrived from sources. */
class Deliveries {

    static final int LONGEST_PAYLOAD = 262_144;
    private static final int LONGEST_PROBLEM = 2_000;

    private static final String COLUMNS =
            "select id, source, received_at, way, outcome, accepted, duplicates, rejected,"
                    + " problem, payload from monitoring_delivery";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    void add(String source, Instant at, String way, DeliveryReceipt receipt, String payload) {
        List<Object> values = new ArrayList<>();
        values.add(source);
        values.add(at.toEpochMilli());
        values.add(way);
        values.add(receipt.outcome());
        values.add(receipt.accepted());
        values.add(receipt.duplicates());
        values.add(receipt.rejected().size());
        values.add(written(receipt.rejected()));
        values.add(
                payload == null || payload.length() <= LONGEST_PAYLOAD
                        ? payload
                        : payload.substring(0, LONGEST_PAYLOAD));
        Rows.update(
                connection(),
                "insert into monitoring_delivery (source, received_at, way, outcome, accepted, duplicates, rejected,"
                        + " problem, payload) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values);
    }

    void takenAgain(long id) {
        Rows.update(connection(), "update monitoring_delivery set outcome = 'TAKEN_AGAIN' where id = ?", List.of(id));
    }

    Optional<DeliveryView> find(long id) {
        return Rows.first(connection(), COLUMNS + " where id = ?", List.of(id), Deliveries::view);
    }

    /** Newest first. */
    Paged<DeliveryView> page(String source, Optional<DeliveryOutcome> outcome, PageRequest page) {
        String where = " where source = ?" + (outcome.isPresent() ? " and outcome = ?" : "");
        List<Object> parameters = new ArrayList<>(List.of(source));
        outcome.ifPresent(parameters::add);
        long total = Rows.first(
                        connection(),
                        "select count(*) from monitoring_delivery" + where,
                        parameters,
                        row -> row.getLong(1))
                .orElseThrow();
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(page.size());
        limited.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        COLUMNS + where + " order by received_at desc, id desc limit ? offset ?",
                        limited,
                        Deliveries::view),
                page,
                total);
    }

    void forEach(String source, Optional<DeliveryOutcome> outcome, Consumer<DeliveryView> each) {
        List<Object> parameters = new ArrayList<>(List.of(source));
        outcome.ifPresent(parameters::add);
        Rows.forEach(
                connection(),
                COLUMNS + " where source = ?" + (outcome.isPresent() ? " and outcome = ?" : "")
                        + " order by received_at desc, id desc",
                parameters,
                Deliveries::view,
                each);
    }

    int forget(Instant before) {
        return Rows.update(
                connection(), "delete from monitoring_delivery where received_at < ?", List.of(before.toEpochMilli()));
    }

    private static String written(List<RejectedRow> rows) {
        StringBuilder text = new StringBuilder();
        for (RejectedRow row : rows) {
            String line = row.row() + "\t" + row.path() + "\t" + row.key()
                    + row.arguments().stream()
                            .map(argument -> "\t" + argument.replaceAll("\\s+", " "))
                            .collect(Collectors.joining())
                    + "\n";
            if (text.length() + line.length() > LONGEST_PROBLEM) {
                break;
            }
            text.append(line);
        }
        return rows.isEmpty() ? null : text.toString();
    }

    private static List<RejectedRow> read(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(line -> line.split("\t", -1))
                        .map(parts -> new RejectedRow(
                                Integer.parseInt(parts[0]),
                                parts[1],
                                parts[2],
                                Arrays.asList(parts).subList(3, parts.length)))
                        .toList();
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                DeliveryOutcome.valueOf(row.getString(5)),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                read(row.getString(9)),
                row.getString(10));
    }
}
