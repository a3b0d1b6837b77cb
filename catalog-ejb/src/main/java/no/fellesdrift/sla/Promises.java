package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import no.fellesdrift.kernel.Rows;

/** What packages of service levels promise, read for the catalogue's pages. */
class Promises {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    List<PromiseView> of(Collection<String> packages, LocalDate on) {
        List<Object> parameters = new ArrayList<>(packages);
        parameters.add(on);
        parameters.add(on);
        return Rows.list(
                em.unwrap(Connection.class),
                "select * from service_level where package in (" + Rows.marks(packages.size())
                        + ") and valid_from <= ? and (valid_to is null or valid_to > ?)"
                        + " order by package, field(measure, 'AVAILABILITY', 'RESPONSE', 'RESOLUTION', 'LEAD_TIME'),"
                        + " priority is null, priority",
                parameters,
                row -> new PromiseView(
                        row.getString("package"),
                        row.getString("level"),
                        row.getString("measure"),
                        row.getString("priority"),
                        row.getBigDecimal("target_percent"),
                        row.getObject("threshold_seconds", Long.class),
                        row.getString("threshold_working_days"),
                        row.getString("calendar"),
                        "SERVICE_CREDIT".equals(row.getString("consequence"))));
    }
}
