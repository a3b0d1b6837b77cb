package no.fellesdrift.exchange;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import no.fellesdrift.kernel.Progress;

/** Whole data sets, by plain JDBC in the transaction of the caller: many thousand rows that nobody needs as objects. */
class DataSets {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    ImportReport check(DataFiles files) {
        try {
            return DataSetImport.check(files, em.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new IllegalStateException("The data set could not be checked", e);
        }
    }

    ImportReport load(DataFiles files, Progress progress) {
        try {
            return DataSetImport.load(files, em.unwrap(Connection.class), progress);
        } catch (SQLException e) {
            throw new IllegalStateException("The data set could not be stored", e);
        }
    }
}
