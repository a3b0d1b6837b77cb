package no.fellesdrift.notify;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Rows;

/** Who is told of what: people of today who have not switched it off. Read where the rooms above keep it. */
class Receivers {

    /** What an e-mail says of an order. */
    record OrderFacts(String agencyName, String orderedBy, LocalDate expected) {}

    /** Who in an agency is told of work on what it uses. */
    static final List<Role> AFFECTED = List.of(Role.ORDERER, Role.SYSTEM_OWNER, Role.SECURITY_OFFICER);

    private static final String PERSON = "select distinct p.person_id, p.email, p.language from person p ";

    /** Parameters: the day twice, the kind. */
    private static final String WANTS = """
             p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)
            and not exists (select 1 from mail_off o where o.person = p.person_id and o.kind = ?)
            """;

    private static final String ORDER = " order by p.person_id";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    List<Receiver> person(String id, MailKind kind, LocalDate today) {
        return list(PERSON + "where p.person_id = ? and" + WANTS + ORDER, id, today, today, kind);
    }

    /** The agency's holders of the role; absent means everybody's. */
    List<Receiver> holders(Role role, Optional<OrgNumber> agency, MailKind kind, LocalDate today) {
        String join = PERSON + "join person_role r on r.person = p.person_id and r.role = ? where ";
        return agency.isPresent()
                ? list(join + "p.organisation = ? and" + WANTS + ORDER, role, agency.get(), today, today, kind)
                : list(join + WANTS + ORDER, role, today, today, kind);
    }

    /** Those who stand in for an approver of the agency today. */
    List<Receiver> substitutes(OrgNumber agency, MailKind kind, LocalDate today) {
        return list(
                PERSON + "join approval_substitute s on s.substitute = p.person_id"
                        + " where s.agency = ? and s.valid_from <= ? and s.valid_to > ? and" + WANTS + ORDER,
                agency,
                today,
                today,
                today,
                today,
                kind);
    }

    /** The finance people of the agencies that the month has charges for. */
    List<Receiver> charged(YearMonth period, MailKind kind, LocalDate today) {
        return list(
                PERSON + "join person_role r on r.person = p.person_id and r.role = 'AGENCY_FINANCE'"
                        + " where p.organisation in (select c.agency from charge c where c.period = ?) and" + WANTS
                        + ORDER,
                period,
                today,
                today,
                kind);
    }

    /** Those who approve work on the service: the service-level managers, and the service's owner. */
    List<Receiver> approvers(String maintenance, MailKind kind, LocalDate today) {
        return list(
                PERSON + "where (exists (select 1 from person_role r where r.person = p.person_id"
                        + " and r.role = 'SERVICE_LEVEL_MANAGER') or exists (select 1 from maintenance m"
                        + " join service s on s.code = m.service and s.owner = p.person_id"
                        + " where m.source_key = ? and m.superseded = false)) and" + WANTS + ORDER,
                maintenance,
                today,
                today,
                kind);
    }

    Optional<OrderFacts> order(String number) {
        em.flush();
        return Rows.first(
                em.unwrap(Connection.class),
                "select g.name, o.ordered_by, o.expected_date from service_order o"
                        + " join organisation g on g.orgnr = o.agency where o.number = ?",
                List.of(number),
                row -> new OrderFacts(
                        row.getString("name"), row.getString("ordered_by"), Rows.date(row, "expected_date")));
    }

    /**
     * What an e-mail says of a service report.
     *
     * @param due last day of the answer; absent before the publication
     */
    record ReportFacts(String agencyName, YearMonth period, LocalDate due) {}

    Optional<ReportFacts> report(String number) {
        return Rows.first(
                em.unwrap(Connection.class),
                "select g.name, s.period, s.answer_due from service_report s"
                        + " join organisation g on g.orgnr = s.agency where s.number = ?",
                List.of(number),
                row -> new ReportFacts(
                        row.getString("name"), YearMonth.parse(row.getString("period")), Rows.date(row, "answer_due")));
    }

    /** What an e-mail says of a breach. */
    record BreachFacts(String number, OrgNumber agency, String owner, LocalizedText service, String line) {}

    /** In order of number. */
    List<BreachFacts> breaches(List<String> numbers) {
        return Rows.list(
                em.unwrap(Connection.class),
                "select b.number, b.agency, b.owner, b.line, s.name_nb service_nb, s.name_nn service_nn,"
                        + " s.name_en service_en from breach b join service s on s.code = b.service where b.number in ("
                        + Rows.marks(numbers.size()) + ") order by b.number",
                numbers,
                row -> new BreachFacts(
                        row.getString("number"),
                        OrgNumber.of(row.getString("agency")),
                        row.getString("owner"),
                        Rows.text(row, "service"),
                        row.getString("line")));
    }

    /** People of the agency who have commented on the breach. */
    List<Receiver> spoken(String breach, OrgNumber agency, MailKind kind, LocalDate today) {
        return list(
                PERSON + "join breach_step t on t.person = p.person_id and t.step = 'COMMENT' and t.breach = ?"
                        + " where p.organisation = ? and" + WANTS + ORDER,
                breach,
                agency,
                today,
                today,
                kind);
    }

    /** What an e-mail says of a claim against a supplier. */
    record ClaimFacts(String supplierName, YearMonth period) {}

    Optional<ClaimFacts> claim(String number) {
        return Rows.first(
                em.unwrap(Connection.class),
                "select g.name, c.period from supplier_claim c join organisation g on g.orgnr = c.supplier"
                        + " where c.number = ?",
                List.of(number),
                row -> new ClaimFacts(row.getString("name"), YearMonth.parse(row.getString("period"))));
    }

    private List<Receiver> list(String sql, Object... parameters) {
        return Rows.list(
                em.unwrap(Connection.class),
                sql,
                new ArrayList<>(List.of(parameters)),
                row -> new Receiver(row.getString("person_id"), row.getString("email"), row.getString("language")));
    }
}
