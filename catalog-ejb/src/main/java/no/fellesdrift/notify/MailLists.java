package no.fellesdrift.notify;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Sorting;

/** The outbox as a list for reading, paged and sorted in the database. */
class MailLists {

    private static final String COLUMNS = "select m.id, m.kind, m.recipient, m.address, m.language, m.subject, m.state,"
            + " m.written_at, m.due_at, m.attempts, m.sent_at, m.problem";

    private static final Map<String, String> SORTS = Map.of(
            "subject", "m.subject",
            "kind", "m.kind",
            "recipient", "m.recipient",
            "writtenAt", "m.written_at",
            "sentAt", "m.sent_at",
            "state", "m.state");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Newest first unless sorted. @throws Rejection UNKNOWN_SORT */
    Paged<MailLine> page(MailFilter filter, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String from = from(filter, parameters);
        long total = Rows.first(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                .orElse(0L);
        parameters.add(page.size());
        parameters.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        COLUMNS + from + order(page.sort()) + " limit ? offset ?",
                        parameters,
                        MailLists::line),
                page,
                total);
    }

    /** All of them as the database hands them out. @throws Rejection UNKNOWN_SORT */
    void forEach(MailFilter filter, List<String> sort, Consumer<MailLine> each) {
        List<Object> parameters = new ArrayList<>();
        String from = from(filter, parameters);
        Rows.forEach(connection(), COLUMNS + from + order(sort), parameters, MailLists::line, each);
    }

    private static String from(MailFilter filter, List<Object> parameters) {
        StringBuilder from = new StringBuilder(" from mail m where 1 = 1");
        filter.state().ifPresent(state -> {
            from.append(" and m.state = ?");
            parameters.add(state.name());
        });
        filter.kind().ifPresent(kind -> {
            from.append(" and m.kind = ?");
            parameters.add(kind.name());
        });
        return from.toString();
    }

    private static String order(List<String> sort) {
        return " order by " + Sorting.sql(sort, SORTS, MailReason.UNKNOWN_SORT) + "m.id desc";
    }

    private static MailLine line(ResultSet row) throws SQLException {
        return new MailLine(
                row.getLong("id"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("language"),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                Rows.instant(row, "written_at"),
                Rows.instant(row, "due_at"),
                row.getInt("attempts"),
                Rows.instant(row, "sent_at"),
                row.getString("problem"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
