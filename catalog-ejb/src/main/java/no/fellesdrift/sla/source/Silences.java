package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import no.fellesdrift.kernel.Rows;

/** Time that is unknown because nobody who watches a service was heard, as long as it lasts. */
class Silences {

    /** How the key of such a fact begins; its service and when it began follow. */
    static final String KEY = "silence/";

    /** One that lasts. */
    record Lasting(String source, String key, String service, Instant from, String reason) {}

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    List<Lasting> lasting() {
        return Rows.list(
                em.unwrap(Connection.class),
                "select source, source_key, service, from_at, reason from unknown_time where superseded = false"
                        + " and to_at is null and source_key like 'silence/%' order by id",
                List.of(),
                row -> new Lasting(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getString(5)));
    }
}
