package no.fellesdrift.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rows;

/** The audit trail in the database. No entity: a row is added and read, and nothing ever changes one. */
class AuditEntries {

    private static final int LONGEST_VALUE = 400;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    void add(Happened happened, Caller caller, Instant at, Optional<String> correlationId) {
        em.createNativeQuery("""
                        insert into audit_entry (id, at, caller, caller_name, key_name, organisation, what,
                            subject_type, subject, from_value, to_value, note, correlation_id)
                        values (next value for audit_entry_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, caller.id())
                .setParameter(3, caller.name())
                .setParameter(4, caller.key().orElse(null))
                .setParameter(
                        5,
                        happened.organisation() == null
                                ? null
                                : happened.organisation().digits())
                .setParameter(6, happened.what())
                .setParameter(7, happened.type())
                .setParameter(8, happened.subject())
                .setParameter(9, cut(happened.from()))
                .setParameter(10, cut(happened.to()))
                .setParameter(11, happened.note())
                .setParameter(12, correlationId.orElse(null))
                .executeUpdate();
    }

    private static String cut(String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }

    /** Newest first, or oldest first when sorted by {@code at}. */
    Paged<AuditEntry> page(AuditFilter filter, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        long total = Rows.first(
                        connection(), "select count(*) n from audit_entry" + where, parameters, row -> row.getLong("n"))
                .orElse(0L);
        parameters.add(request.size());
        parameters.add(request.offset());
        List<AuditEntry> items = Rows.list(
                connection(),
                "select * from audit_entry" + where + order(request.sort()) + " limit ? offset ?",
                parameters,
                AuditEntries::entry);
        return Paged.of(items, request, total);
    }

    /** The same one by one, as the database hands them out. */
    void forEach(AuditFilter filter, List<String> sort, Consumer<AuditEntry> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = "select * from audit_entry" + where(filter, parameters) + order(sort);
        Rows.forEach(connection(), sql, parameters, AuditEntries::entry, each);
    }

    private static String order(List<String> sort) {
        return sort.contains("at") ? " order by at, id" : " order by at desc, id desc";
    }

    private static String where(AuditFilter filter, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        filter.who().ifPresent(who -> {
            where.append(" and (caller = ? or key_name = ? or lower(caller_name) like ?)");
            parameters.add(who);
            parameters.add(who);
            parameters.add("%" + literal(who.toLowerCase(Locale.ROOT)) + "%");
        });
        filter.what().ifPresent(what -> {
            where.append(what.contains(".") ? " and what = ?" : " and what like concat(?, '.%')");
            parameters.add(what);
        });
        filter.type().ifPresent(type -> {
            where.append(" and subject_type = ?");
            parameters.add(type);
        });
        filter.subject().ifPresent(subject -> {
            where.append(filter.type().isPresent() ? " and subject = ?" : " and subject like ?");
            parameters.add(filter.type().isPresent() ? subject : literal(subject) + "%");
        });
        filter.organisation().ifPresent(organisation -> {
            where.append(" and organisation = ?");
            parameters.add(organisation);
        });
        filter.from().ifPresent(from -> {
            where.append(" and at >= ?");
            parameters.add(from.toEpochMilli());
        });
        filter.to().ifPresent(to -> {
            where.append(" and at < ?");
            parameters.add(to.toEpochMilli());
        });
        return where.toString();
    }

    /** What somebody typed, without the meaning that % and _ have for the database. */
    private static String literal(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String organisation = row.getString("organisation");
        return new AuditEntry(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("caller"),
                row.getString("caller_name"),
                row.getString("key_name"),
                organisation == null ? null : OrgNumber.of(organisation),
                row.getString("what"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("note"),
                row.getString("correlation_id"));
    }

    /** The connection of the transaction; EclipseLink hands it out only in one. */
    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
