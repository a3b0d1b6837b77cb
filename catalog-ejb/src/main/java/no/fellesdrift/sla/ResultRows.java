package no.fellesdrift.sla;

import java.sql.Connection;
import java.util.List;
import no.fellesdrift.kernel.Rows;

/** Results for the rooms inside this one, whose own tables name them. */
public final class ResultRows {

    private ResultRows() {}

    /**
     * @param rest of the statement after the results' table, which is called {@code r}: joins, conditions, order
     */
    public static List<ResultView> list(Connection connection, String rest, List<?> parameters, String language) {
        return Rows.list(connection, ResultLists.VIEW + rest, parameters, row -> ResultLists.view(row, language));
    }
}
