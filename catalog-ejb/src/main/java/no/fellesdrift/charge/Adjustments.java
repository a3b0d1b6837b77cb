package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** Adjustments of approved credits that somebody has put forward. */
class Adjustments {

    private static final String SELECT = """
            select c.*, l.agency, p.name proposed_by_name, d.name decided_by_name
            from credit_adjustment c
            join agreement_line l on l.line = c.line
            left join person p on p.person_id = c.proposed_by
            left join person d on d.person_id = c.decided_by
            """;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** In order of line, level and serial. */
    List<CreditAdjustment> of(YearMonth period) {
        return Rows.list(
                connection(),
                SELECT + "where c.period = ? order by c.line, c.level, c.serial",
                List.of(period),
                Adjustments::adjustment);
    }

    /** Approved within the dates, in order of period, line and level. */
    List<CreditAdjustment> approved(DateRange on) {
        return Rows.list(
                connection(),
                SELECT + "where c.state = 'APPROVED' and c.decided_on >= ? and c.decided_on < ?"
                        + " order by c.period, c.line, c.level, c.serial",
                List.of(on.start(), on.end()),
                Adjustments::adjustment);
    }

    /** The one of a credit that waits for the approver; waits for another that works on it. */
    Optional<CreditAdjustment> proposed(CreditAdjustment adjustment) {
        return Rows.first(
                connection(),
                SELECT + "where c.period = ? and c.line = ? and c.level = ? and c.state = 'PROPOSED' for update",
                List.of(adjustment.period(), adjustment.line(), adjustment.level()),
                Adjustments::adjustment);
    }

    /** Again with other figures when it waits already. */
    void propose(CreditAdjustment due, Integer resultVersion, String by, Instant at) {
        Rows.update(
                connection(),
                """
                        insert into credit_adjustment (id, period, line, level, serial, result_version, before_amount,
                            after_amount, working, state, proposed_by, proposed_at)
                        values (next value for credit_adjustment_seq, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
                        on duplicate key update result_version = value(result_version),
                            before_amount = value(before_amount), after_amount = value(after_amount),
                            working = value(working), proposed_by = value(proposed_by),
                            proposed_at = value(proposed_at), version = version + 1
                        """,
                Arrays.asList(
                        due.period(),
                        due.line(),
                        due.level(),
                        due.serial(),
                        resultVersion,
                        due.before().amount(),
                        due.after().amount(),
                        due.working(),
                        by,
                        at.toEpochMilli()));
    }

    void decide(CreditAdjustment proposal, CreditState state, String by, LocalDate on, String reason) {
        Rows.update(
                connection(),
                """
                        update credit_adjustment set state = ?, decided_by = ?, decided_on = ?, reason = ?,
                            version = version + 1
                        where period = ? and line = ? and level = ? and serial = ?
                        """,
                Arrays.asList(
                        state,
                        by,
                        on,
                        reason,
                        proposal.period(),
                        proposal.line(),
                        proposal.level(),
                        proposal.serial()));
    }

    private static CreditAdjustment adjustment(ResultSet row) throws SQLException {
        YearMonth period = YearMonth.parse(row.getString("period"));
        LineNumber line = LineNumber.of(row.getString("line"));
        String level = row.getString("level");
        String credit = period + "~" + line + "~" + level;
        Integer result = row.getObject("result_version", Integer.class);
        Money before = new Money(row.getBigDecimal("before_amount"));
        Money after = new Money(row.getBigDecimal("after_amount"));
        return new CreditAdjustment(
                credit + "~" + row.getInt("serial"),
                credit,
                period,
                OrgNumber.of(row.getString("agency")),
                line,
                level,
                row.getInt("serial"),
                result == null ? null : credit + "~" + result,
                before,
                after,
                after.minus(before),
                row.getString("working"),
                CreditState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getString("proposed_by_name"),
                Instant.ofEpochMilli(row.getLong("proposed_at")),
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                Rows.date(row, "decided_on"),
                row.getString("reason"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
