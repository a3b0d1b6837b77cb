package no.fellesdrift.charge;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Share;

/** What was said about credits: one row per measured period, line and level. */
class CreditDecisions {

    private static final String SELECT = """
            select c.*, p.name proposed_by_name, d.name decided_by_name
            from credit_decision c
            left join person p on p.person_id = c.proposed_by
            left join person d on d.person_id = c.decided_by
            """;

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /**
     * @param resultVersion of the result it was proposed for; null when it was imported
     * @param fixed what it came to; absent before its approval, and of an imported one until it was first charged
     */
    record Decision(
            YearMonth period,
            LineNumber line,
            String level,
            CreditState state,
            Integer resultVersion,
            String proposedBy,
            String proposedByName,
            Instant proposedAt,
            LocalDate decidedOn,
            String decidedBy,
            String decidedByName,
            String reason,
            FixedCredit fixed) {

        /** {@code <line>~<level>}: one per period. */
        String key() {
            return line + "~" + level;
        }
    }

    /** A line and the names of what it is about. */
    record Named(
            LineNumber line,
            OrgNumber agency,
            String agencyName,
            ServiceCode service,
            LocalizedText serviceName,
            OfferingCode offering,
            LocalizedText offeringName) {}

    /** By {@link Decision#key}. */
    Map<String, Decision> of(YearMonth period) {
        return Rows.list(connection(), SELECT + "where c.period = ?", List.of(period), CreditDecisions::decision)
                .stream()
                .collect(Collectors.toMap(Decision::key, Function.identity()));
    }

    /** Approved within the dates, in order of period, line and level. */
    List<Decision> approved(DateRange on) {
        return Rows.list(
                connection(),
                SELECT + "where c.decision = 'APPROVED' and c.decided_on >= ? and c.decided_on < ?"
                        + " order by c.period, c.line, c.level",
                List.of(on.start(), on.end()),
                CreditDecisions::decision);
    }

    /** Waits for another that works on the same credit. */
    Optional<Decision> locked(YearMonth period, LineNumber line, String level) {
        return Rows.first(
                connection(),
                SELECT + "where c.period = ? and c.line = ? and c.level = ? for update",
                List.of(period, line, level),
                CreditDecisions::decision);
    }

    void propose(YearMonth period, LineNumber line, String level, int resultVersion, String by, Instant at) {
        Rows.update(connection(), """
                        insert into credit_decision
                            (id, period, line, level, decision, result_version, proposed_by, proposed_at)
                        values (next value for credit_decision_seq, ?, ?, ?, 'PROPOSED', ?, ?, ?)
                        on duplicate key update decision = 'PROPOSED', result_version = value(result_version),
                            proposed_by = value(proposed_by), proposed_at = value(proposed_at), version = version + 1
                        """, List.of(period, line, level, resultVersion, by, at.toEpochMilli()));
    }

    void decide(Decision proposal, CreditState state, String by, LocalDate on, String reason) {
        Rows.update(
                connection(),
                """
                        update credit_decision set decision = ?, decided_by = ?, decided_on = ?, reason = ?,
                            version = version + 1
                        where period = ? and line = ? and level = ?
                        """,
                Arrays.asList(state, by, on, reason, proposal.period(), proposal.line(), proposal.level()));
    }

    /** What approved credits and adjustments of earlier months of the year gave each line, positive. */
    Map<LineNumber, Money> givenBefore(YearMonth month) {
        return Rows.list(
                        connection(),
                        """
                        select g.line, -sum(g.amount) given from (
                            select line, amount from credit_decision
                            where decision = 'APPROVED' and amount is not null and period >= ? and period < ?
                            union all
                            select line, after_amount - before_amount from credit_adjustment
                            where state = 'APPROVED' and period >= ? and period < ?) g
                        group by g.line
                        """,
                        List.of(month.withMonth(1), month, month.withMonth(1), month),
                        row -> Map.entry(LineNumber.of(row.getString(1)), new Money(row.getBigDecimal(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps what an approved credit comes to; once. */
    void fix(Decision approved, FixedCredit credit) {
        Rows.update(
                connection(),
                """
                        update credit_decision set result_version = ?, achieved = ?, tier_percent = ?, percent = ?,
                            base = ?, exact_amount = ?, amount = ?, working = ?, version = version + 1
                        where period = ? and line = ? and level = ? and amount is null
                        """,
                Arrays.asList(
                        credit.resultVersion(),
                        credit.achieved(),
                        credit.tierPercent(),
                        credit.percent(),
                        credit.base().amount(),
                        credit.exact().toString(),
                        credit.amount().amount(),
                        credit.working(),
                        approved.period(),
                        approved.line(),
                        approved.level()));
    }

    Map<LineNumber, Named> lines() {
        return Rows.list(
                        connection(),
                        """
                        select l.line, l.agency, g.name agency_name, o.service, s.name_nb service_nb,
                               s.name_nn service_nn, s.name_en service_en, l.offering, o.name_nb offering_nb,
                               o.name_nn offering_nn, o.name_en offering_en
                        from agreement_line l
                        join organisation g on g.orgnr = l.agency
                        join offering o on o.code = l.offering
                        join service s on s.code = o.service
                        """,
                        List.of(),
                        row -> new Named(
                                LineNumber.of(row.getString("line")),
                                OrgNumber.of(row.getString("agency")),
                                row.getString("agency_name"),
                                ServiceCode.of(row.getString("service")),
                                Rows.text(row, "service"),
                                OfferingCode.of(row.getString("offering")),
                                Rows.text(row, "offering")))
                .stream()
                .collect(Collectors.toMap(Named::line, Function.identity()));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Long proposedAt = row.getObject("proposed_at", Long.class);
        return new Decision(
                YearMonth.parse(row.getString("period")),
                LineNumber.of(row.getString("line")),
                row.getString("level"),
                CreditState.valueOf(row.getString("decision")),
                row.getObject("result_version", Integer.class),
                row.getString("proposed_by"),
                row.getString("proposed_by_name"),
                proposedAt == null ? null : Instant.ofEpochMilli(proposedAt),
                Rows.date(row, "decided_on"),
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                row.getString("reason"),
                fixed(row));
    }

    private static FixedCredit fixed(ResultSet row) throws SQLException {
        return row.getBigDecimal("amount") == null
                ? null
                : new FixedCredit(
                        row.getInt("result_version"),
                        row.getBigDecimal("achieved"),
                        row.getBigDecimal("tier_percent"),
                        row.getBigDecimal("percent"),
                        new Money(row.getBigDecimal("base")),
                        share(row.getString("exact_amount")),
                        new Money(row.getBigDecimal("amount")),
                        row.getString("working"));
    }

    /** As {@link Share#toString} wrote it. */
    private static Share share(String text) {
        String[] parts = text.split("/", -1);
        return new Share(new BigInteger(parts[0]), parts.length == 1 ? BigInteger.ONE : new BigInteger(parts[1]));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
