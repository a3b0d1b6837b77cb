package no.fellesdrift.charge.claim;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;

/** Claims in the database, and what they are collected from. */
class Claims {

    private static final String SELECT = """
            select c.*, g.name supplier_name, p.name drafted_name, q.name sent_name,
                   s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                   (select count(*) from supplier_claim_line n where n.claim = c.number) breaches
            from supplier_claim c
            join organisation g on g.orgnr = c.supplier
            join person p on p.person_id = c.drafted_by
            left join person q on q.person_id = c.sent_by
            join service s on s.code = (select min(u.service) from underpinning_contract u
                                        where u.contract = c.contract)
            """;

    private static final Map<String, String> SORTS = Map.of(
            "number", "c.number",
            "contract", "c.contract",
            "supplier", "g.name",
            "period", "c.period",
            "amount", "c.amount",
            "state", "field(c.state, 'DRAFT', 'SENT', 'ACCEPTED', 'REJECTED', 'SETTLED')");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** A supplier's contract about the availability of a service. */
    record Contract(String contract, String supplier, String service) {}

    /** A breach that gives a credit and that a supplier has a part in. */
    record Breach(
            String number,
            String result,
            String credit,
            String organisation,
            String name,
            String service,
            LocalizedText serviceName) {}

    // ---------------------------------------------------------------- what there is to claim

    /** In force at some time of the month, in order of number. */
    List<Contract> contracts(YearMonth month) {
        return Rows.list(
                connection(),
                "select contract, supplier, service from underpinning_contract where measure = 'AVAILABILITY'"
                        + " and valid_from < ? and (valid_to is null or valid_to > ?) order by contract, service",
                List.of(month.plusMonths(1).atDay(1), month.atDay(1)),
                row -> new Contract(row.getString(1), row.getString(2), row.getString(3)));
    }

    /** Those of the month that stand, give a credit and have downtime that a supplier caused; in order of number. */
    List<Breach> breaches(YearMonth month) {
        return Rows.list(
                connection(),
                """
                        select b.number, concat(b.period, '~', b.line, '~', b.level) credit, b.result_version, b.agency,
                               g.name agency_name, b.service, s.name_nb service_nb, s.name_nn service_nn,
                               s.name_en service_en
                        from breach b
                        join sla_result r on r.period = b.period and r.line = b.line and r.level = b.level
                             and r.result_version = b.result_version
                        join organisation g on g.orgnr = b.agency
                        join service s on s.code = b.service
                        where b.period = ? and b.state <> 'VOID' and b.consequence = 'SERVICE_CREDIT'
                          and r.downtime_upstream_seconds > 0
                        order by b.number
                        """,
                List.of(month),
                row -> new Breach(
                        row.getString("number"),
                        row.getString("credit") + "~" + row.getInt("result_version"),
                        row.getString("credit"),
                        row.getString("agency"),
                        row.getString("agency_name"),
                        row.getString("service"),
                        Rows.text(row, "service")));
    }

    // ---------------------------------------------------------------- reading

    /** Newest first unless sorted. @throws Rejection CLAIM_UNKNOWN_SORT */
    Paged<ClaimLine> page(ClaimFilter filter, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        long total = Rows.first(
                        connection(),
                        "select count(*) from supplier_claim c" + where,
                        parameters,
                        row -> row.getLong(1))
                .orElse(0L);
        parameters.add(page.size());
        parameters.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        SELECT + where + order(page.sort()) + " limit ? offset ?",
                        parameters,
                        Claims::line),
                page,
                total);
    }

    void forEach(ClaimFilter filter, List<String> sort, Consumer<ClaimLine> each) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, parameters);
        Rows.forEach(connection(), SELECT + where + order(sort), parameters, Claims::line, each);
    }

    Optional<ClaimLine> find(String number) {
        return Rows.first(connection(), SELECT + " where c.number = ?", List.of(number), Claims::line);
    }

    /** Waits for another that works on it. */
    Optional<ClaimLine> held(String number) {
        Rows.list(
                connection(),
                "select number from supplier_claim where number = ? for update",
                List.of(number),
                row -> row.getString(1));
        return find(number);
    }

    List<ClaimPart> parts(String number) {
        return Rows.list(
                connection(),
                """
                        select l.*, g.name agency_name, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en
                        from supplier_claim_line l
                        join organisation g on g.orgnr = l.agency
                        join service s on s.code = l.service
                        where l.claim = ? order by l.position
                        """,
                List.of(number),
                row -> new ClaimPart(
                        row.getString("breach"),
                        row.getString("result"),
                        row.getString("agency"),
                        row.getString("agency_name"),
                        row.getString("service"),
                        Rows.text(row, "service"),
                        new Money(row.getBigDecimal("credit")),
                        row.getLong("supplier_seconds"),
                        row.getLong("downtime_seconds"),
                        new Money(row.getBigDecimal("amount"))));
    }

    /** The one of a contract and month that is not rejected, by contract. */
    Map<String, String> open(YearMonth month) {
        Map<String, String> open = new HashMap<>();
        Rows.forEach(
                connection(),
                "select contract, number from supplier_claim where period = ? and open_once is not null",
                List.of(month),
                row -> Map.entry(row.getString(1), row.getString(2)),
                entry -> open.put(entry.getKey(), entry.getValue()));
        return open;
    }

    /** Months that have breaches, newest first. */
    List<YearMonth> periods() {
        return Rows.list(
                connection(),
                "select distinct period from breach order by period desc",
                List.of(),
                row -> YearMonth.parse(row.getString(1)));
    }

    // ---------------------------------------------------------------- writing

    /** @return its number, {@code K-yyyy-nnnn} by the year of the month */
    String add(Contract contract, YearMonth month, List<ClaimPart> parts, String by, Instant at) {
        String year = "K-" + month.getYear() + "-";
        int serial = Rows.first(
                        connection(),
                        "select coalesce(max(cast(substring(number, 8) as unsigned)), 0) + 1 from supplier_claim"
                                + " where number like ? for update",
                        List.of(year + "%"),
                        row -> row.getInt(1))
                .orElse(1);
        String number = String.format(Locale.ROOT, "%s%04d", year, serial);
        Rows.update(
                connection(),
                "insert into supplier_claim (id, number, contract, supplier, period, open_once, state, amount, drafted_by,"
                        + " drafted_at) values (next value for supplier_claim_seq, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?)",
                List.of(
                        number,
                        contract.contract(),
                        contract.supplier(),
                        month,
                        contract.contract() + "~" + month,
                        sum(parts).amount(),
                        by,
                        at.toEpochMilli()));
        write(number, parts);
        return number;
    }

    /** Puts others in place of a draft's parts. */
    void replace(String number, List<ClaimPart> parts, String by, Instant at) {
        Rows.update(connection(), "delete from supplier_claim_line where claim = ?", List.of(number));
        Rows.update(
                connection(),
                "update supplier_claim set amount = ?, drafted_by = ?, drafted_at = ?, version = version + 1"
                        + " where number = ?",
                List.of(sum(parts).amount(), by, at.toEpochMilli(), number));
        write(number, parts);
    }

    private void write(String number, List<ClaimPart> parts) {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ClaimPart part = parts.get(i);
            rows.add(List.of(
                    number,
                    i + 1,
                    part.breach(),
                    part.result(),
                    part.organisation(),
                    part.service(),
                    part.credit().amount(),
                    part.supplierSeconds(),
                    part.downtimeSeconds(),
                    part.amount().amount()));
        }
        Rows.insert(
                connection(),
                "insert into supplier_claim_line (claim, position, breach, result, agency, service, credit,"
                        + " supplier_seconds, downtime_seconds, amount) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    void sent(String number, String by, LocalDate on) {
        Rows.update(
                connection(),
                "update supplier_claim set state = 'SENT', sent_by = ?, sent_on = ?, version = version + 1"
                        + " where number = ?",
                List.of(by, on, number));
    }

    void answered(String number, ClaimState state, LocalDate on, String answer) {
        Rows.update(
                connection(),
                "update supplier_claim set state = ?, answered_on = ?, answer = ?, open_once = case when ? = 'REJECTED'"
                        + " then null else open_once end, version = version + 1 where number = ?",
                Arrays.asList(state, on, answer, state, number));
    }

    void settled(String number, LocalDate on) {
        Rows.update(
                connection(),
                "update supplier_claim set state = 'SETTLED', settled_on = ?, version = version + 1 where number = ?",
                List.of(on, number));
    }

    // ---------------------------------------------------------------- common

    static Money sum(List<ClaimPart> parts) {
        return Money.sum(parts.stream().map(ClaimPart::amount).toList());
    }

    private static String where(ClaimFilter filter, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        filter.period().ifPresent(period -> {
            where.append(" and c.period = ?");
            parameters.add(period);
        });
        filter.state().ifPresent(state -> {
            where.append(" and c.state = ?");
            parameters.add(state);
        });
        return where.toString();
    }

    private static String order(List<String> sort) {
        StringJoiner order = new StringJoiner(", ", " order by ", "");
        for (String field : sort) {
            boolean down = field.startsWith("-");
            String column = SORTS.get(down ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(ClaimReason.CLAIM_UNKNOWN_SORT, field);
            }
            order.add(column + (down ? " desc" : ""));
        }
        return order.add("c.number desc").toString();
    }

    private static ClaimLine line(ResultSet row) throws SQLException {
        return new ClaimLine(
                row.getString("number"),
                row.getInt("version"),
                row.getString("contract"),
                row.getString("supplier"),
                row.getString("supplier_name"),
                Rows.text(row, "service"),
                YearMonth.parse(row.getString("period")),
                ClaimState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("amount")),
                row.getInt("breaches"),
                row.getString("drafted_by"),
                row.getString("drafted_name"),
                row.getString("sent_name"),
                Rows.date(row, "sent_on"),
                Rows.date(row, "answered_on"),
                row.getString("answer"),
                Rows.date(row, "settled_on"));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
