package no.fellesdrift.order;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.price.Estimate;

/** What list and view read alike from a row. */
class OrderRows {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** What was ordered before the orders were kept here has no promised date of its own; it follows the same rule. */
    @Inject
    OfficeDays officeDays;

    LocalDate promised(ResultSet row, Instant approvedAt, int leadTime) throws SQLException {
        LocalDate stored = Rows.date(row, "promised_date");
        return stored != null || approvedAt == null ? stored : officeDays.after(approvedAt, leadTime);
    }

    static WaitingFor waiting(ResultSet row) throws SQLException {
        String waiting = row.getString("waiting_for");
        return waiting == null ? null : WaitingFor.valueOf(waiting);
    }

    /** Null for what was ordered before the orders were kept here: nobody estimated it. */
    static Estimate estimate(ResultSet row) throws SQLException {
        Money oneOff = money(row, "one_off");
        Money perYear = money(row, "per_year");
        if (oneOff == null && perYear == null) {
            return null;
        }
        return new Estimate(oneOff == null ? Money.ZERO : oneOff, perYear == null ? Money.ZERO : perYear);
    }

    static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : new Money(amount);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    Connection connection() {
        return em.unwrap(Connection.class);
    }
}
