package no.fellesdrift.job;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Sorting;

/** Jobs as lists for reading, paged and sorted in the database. */
class JobLists {

    private static final String COLUMNS =
            "select j.id, j.kind, j.subject, j.state, j.done, j.total, j.result, j.failure,"
                    + " j.failure_arguments, j.started_by, j.started_by_name, j.queued_at, j.began_at, j.ended_at, j.attempt,"
                    + " j.version";

    private static final Map<String, String> SORTS = Map.of(
            "queuedAt", "j.queued_at",
            "kind", "j.kind",
            "state", "j.state",
            "startedBy", "j.started_by_name",
            "id", "j.id");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /**
     * Newest first unless sorted.
     *
     * @param starter absent for everybody's
     * @throws Rejection UNKNOWN_SORT
     */
    Paged<JobView> page(Optional<String> starter, JobFilter filter, PageRequest page, Caller reader) {
        List<Object> parameters = new ArrayList<>();
        String from = from(starter, filter, parameters);
        long total = Rows.first(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                .orElse(0L);
        parameters.add(page.size());
        parameters.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        COLUMNS + from + order(page.sort()) + " limit ? offset ?",
                        parameters,
                        row -> view(row, reader)),
                page,
                total);
    }

    /** All of them as the database hands them out. @throws Rejection UNKNOWN_SORT */
    void forEach(Optional<String> starter, JobFilter filter, List<String> sort, Caller reader, Consumer<JobView> each) {
        List<Object> parameters = new ArrayList<>();
        String from = from(starter, filter, parameters);
        Rows.forEach(connection(), COLUMNS + from + order(sort), parameters, row -> view(row, reader), each);
    }

    private static String from(Optional<String> starter, JobFilter filter, List<Object> parameters) {
        StringBuilder from = new StringBuilder(" from job j where 1 = 1");
        starter.ifPresent(who -> {
            from.append(" and j.started_by = ?");
            parameters.add(who);
        });
        filter.state().ifPresent(state -> {
            from.append(" and j.state = ?");
            parameters.add(state.name());
        });
        filter.kind().ifPresent(kind -> {
            from.append(" and j.kind = ?");
            parameters.add(kind.name());
        });
        return from.toString();
    }

    private static String order(List<String> sort) {
        return " order by " + Sorting.sql(sort, SORTS, JobReason.UNKNOWN_SORT) + "j.id desc";
    }

    private static JobView view(ResultSet row, Caller reader) throws SQLException {
        return new JobView(
                row.getLong("id"),
                JobKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                JobState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                Job.parts(row.getString("result")),
                row.getString("failure"),
                Job.parts(row.getString("failure_arguments")),
                row.getString("started_by"),
                row.getString("started_by_name"),
                Rows.instant(row, "queued_at"),
                Rows.instant(row, "began_at"),
                Rows.instant(row, "ended_at"),
                row.getInt("attempt"),
                reader.id().equals(row.getString("started_by")),
                row.getInt("version"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
