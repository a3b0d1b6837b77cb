package no.fellesdrift.sla;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.engine.Step;

/** Results for the rooms inside this one, whose own tables name them. */
public final class ResultRows {

    private ResultRows() {}

    /**
     * @param rest of the statement after the results' table, which is called {@code r}: joins, conditions, order
     */
    public static List<ResultView> list(Connection connection, String rest, List<?> parameters, String language) {
        return Rows.list(connection, ResultLists.VIEW + rest, parameters, row -> ResultLists.view(row, language));
    }

    /** The working of several results, by their keys; what has none is left out. */
    public static Map<Long, List<Step>> workings(Connection connection, List<Long> keys) {
        Map<Long, List<Step>> workings = new HashMap<>();
        Rows.list(
                connection,
                "select sla_result_id, steps from sla_result_working where sla_result_id in (" + Rows.marks(keys.size())
                        + ")",
                keys,
                row -> workings.put(row.getLong(1), Working.steps(row.getBytes(2))));
        return workings;
    }
}
