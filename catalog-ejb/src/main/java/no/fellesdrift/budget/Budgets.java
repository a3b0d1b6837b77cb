package no.fellesdrift.budget;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The year's budgets of one agency, or of all. */
    List<BudgetAmount> amounts(int year, Optional<OrgNumber> agency) {
        return Rows.list(
                em.unwrap(Connection.class),
                "select agency, service, state, amount from budget where year = ? and agency = coalesce(?, agency)"
                        + " order by agency, service, state",
                Arrays.asList(year, agency.orElse(null)),
                row -> new BudgetAmount(
                        OrgNumber.of(row.getString("agency")),
                        ServiceCode.of(row.getString("service")),
                        "ADOPTED".equals(row.getString("state")),
                        new Money(row.getBigDecimal("amount"))));
    }
}
