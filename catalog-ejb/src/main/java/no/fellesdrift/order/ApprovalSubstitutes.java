package no.fellesdrift.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** Who may approve for an agency, and who stands in for whom. */
class ApprovalSubstitutes {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    void add(ApprovalSubstitute substitute) {
        em.persist(substitute);
        em.flush();
    }

    Optional<ApprovalSubstitute> find(long id) {
        return Optional.ofNullable(em.find(ApprovalSubstitute.class, id));
    }

    /** The absent approver whom a person stands in for on a date. */
    Optional<String> substitutedBy(String person, OrgNumber agency, LocalDate on) {
        return Rows.first(connection(), """
                select approver from approval_substitute
                where substitute = ? and agency = ? and valid_from <= ? and valid_to > ? order by id
                """, List.of(person, agency, on, on), row -> row.getString(1));
    }

    /** Whether one person stands in for another on any day from the first date to the last, exclusive. */
    boolean overlaps(String approver, String substitute, LocalDate from, LocalDate to) {
        return Rows.first(connection(), """
                        select 1 from approval_substitute
                        where approver = ? and substitute = ? and valid_from < ? and valid_to > ?
                        and valid_to > valid_from
                        """, List.of(approver, substitute, to, from), row -> true)
                .isPresent();
    }

    boolean isActivePerson(String person, OrgNumber organisation, LocalDate on) {
        return Rows.first(connection(), """
                        select 1 from person where person_id = ? and organisation = ?
                        and valid_from <= ? and (valid_to is null or valid_to > ?)
                        """, List.of(person, organisation, on, on), row -> true)
                .isPresent();
    }

    /** Who can approve for an agency on a date: its approvers, and then those who stand in for them. */
    List<ApproverView> approvers(OrgNumber agency, LocalDate on) {
        return Rows.list(connection(), """
                select p.person_id, p.name, null stands_in_for, null valid_to, 0 place
                from person p join person_role r on r.person = p.person_id and r.role = 'APPROVER'
                where p.organisation = ? and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)
                union
                select p.person_id, p.name, a.name, s.valid_to, 1
                from approval_substitute s
                join person p on p.person_id = s.substitute
                join person a on a.person_id = s.approver
                where s.agency = ? and s.valid_from <= ? and s.valid_to > ?
                order by place, name
                """, List.of(agency, on, on, agency, on, on), row -> {
            LocalDate to = Rows.date(row, "valid_to");
            return new ApproverView(
                    row.getString("person_id"),
                    row.getString("name"),
                    row.getString("stands_in_for"),
                    to == null ? null : to.minusDays(1));
        });
    }

    /** Substitutions of an agency that have not ended before a date, the first to begin first. */
    List<SubstituteView> notEndedBefore(OrgNumber agency, LocalDate date) {
        return Rows.list(
                connection(),
                """
                select s.id, s.approver, a.name approver_name, s.substitute, p.name substitute_name, s.valid_from, s.valid_to
                from approval_substitute s
                join person p on p.person_id = s.substitute
                join person a on a.person_id = s.approver
                where s.agency = ? and s.valid_to > ? and s.valid_to > s.valid_from
                order by s.valid_from, s.id
                """,
                List.of(agency, date),
                row -> new SubstituteView(
                        row.getLong("id"),
                        row.getString("approver"),
                        row.getString("approver_name"),
                        row.getString("substitute"),
                        row.getString("substitute_name"),
                        Rows.date(row, "valid_from"),
                        Rows.date(row, "valid_to")));
    }

    /** The people of an agency on a date but one, by name. */
    List<Colleague> colleagues(OrgNumber agency, String but, LocalDate on) {
        return Rows.list(
                connection(),
                """
                select person_id, name from person
                where organisation = ? and person_id <> ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                order by name
                """,
                List.of(agency, but, on, on),
                row -> new Colleague(row.getString(1), row.getString(2)));
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
