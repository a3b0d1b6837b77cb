package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;

/** Exclusions for reading; they are written as facts. */
class Exclusions {

    private static final String COLUMNS = """
            select source_key, service, offering, agency, from_at, to_at, reason, requested_by, requested_at,
                   approved_by, approved_at, fact_version, summary, source
            from exclusion
            """;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** @param source part of the key; not shown */
    record Kept(String source, ExclusionView view) {}

    Paged<ExclusionView> page(
            Optional<Instant> from, Optional<Instant> to, Optional<OrgNumber> agency, PageRequest page) {
        StringBuilder where = new StringBuilder(" where superseded = false");
        List<Object> parameters = new ArrayList<>();
        agency.ifPresent(number -> {
            where.append(" and (agency = ? or agency is null)");
            parameters.add(number.digits());
        });
        to.ifPresent(instant -> {
            where.append(" and from_at < ?");
            parameters.add(instant.toEpochMilli());
        });
        from.ifPresent(instant -> {
            where.append(" and to_at > ?");
            parameters.add(instant.toEpochMilli());
        });
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(page.size());
        limited.add(page.offset());
        try (PreparedStatement count = prepared("select count(*) from exclusion" + where, parameters);
                ResultSet total = count.executeQuery()) {
            total.next();
            return Paged.of(
                    read(COLUMNS + where + " order by from_at desc, id desc limit ? offset ?", limited).stream()
                            .map(Kept::view)
                            .toList(),
                    page,
                    total.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not approved yet, the one that has waited longest first. */
    List<ExclusionView> waiting(Optional<OrgNumber> agency) {
        return read(
                        COLUMNS + " where superseded = false and approved_by is null"
                                + (agency.isPresent() ? " and agency = ?" : "") + " order by requested_at, id",
                        agency.map(OrgNumber::digits).map(List::of).orElse(List.of()))
                .stream()
                .map(Kept::view)
                .toList();
    }

    Optional<Kept> find(String key) {
        return read(COLUMNS + " where superseded = false and source_key = ? order by id", List.of(key)).stream()
                .findFirst();
    }

    /** The organisation of a person. */
    Optional<String> organisationOf(String person) {
        try (PreparedStatement select =
                        prepared("select organisation from person where person_id = ?", List.of(person));
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code F-nnnn}, one above the highest there is. */
    String nextKey() {
        try (PreparedStatement select = prepared(
                        "select coalesce(max(cast(substring(source_key, 3) as unsigned)), 0) + 1 from exclusion"
                                + " where source_key regexp '^F-[0-9]+$'",
                        List.of());
                ResultSet row = select.executeQuery()) {
            row.next();
            return String.format(Locale.ROOT, "F-%04d", row.getLong(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Kept> read(String sql, List<?> parameters) {
        List<Kept> views = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, parameters);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long approved = row.getLong(11);
                Instant approvedAt = row.wasNull() ? null : Instant.ofEpochMilli(approved);
                views.add(new Kept(
                        row.getString(14),
                        new ExclusionView(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5)),
                                Instant.ofEpochMilli(row.getLong(6)),
                                row.getString(7),
                                row.getString(8),
                                Instant.ofEpochMilli(row.getLong(9)),
                                row.getString(10),
                                approvedAt,
                                row.getInt(12),
                                row.getString(13))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return views;
    }

    private PreparedStatement prepared(String sql, List<?> parameters) throws SQLException {
        PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }
}
