package no.fellesdrift.budget;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.List;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** Budgets in the database. */
class Budgets {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    record Amount(ServiceCode service, boolean adopted, Money amount) {}

    List<Amount> of(OrgNumber agency, int year) {
        return Rows.list(
                em.unwrap(Connection.class),
                "select service, state, amount from budget where agency = ? and year = ? order by service",
                List.of(agency, year),
                row -> new Amount(
                        ServiceCode.of(row.getString("service")),
                        "ADOPTED".equals(row.getString("state")),
                        new Money(row.getBigDecimal("amount"))));
    }
}
