package no.fellesdrift.sla.definition;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.DateRange;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** What each agreement line is promised over time. */
class LinePackages {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** Whose line it is; none when there is no such line. */
    Optional<OrgNumber> agency(String line) {
        return Rows.first(
                connection(),
                "select agency from agreement_line where line = ?",
                List.of(line),
                row -> OrgNumber.of(row.getString(1)));
    }

    /** In order of time; the first is what the line began with. */
    List<LinePackageView> of(String line) {
        List<LinePackageView> promised = new ArrayList<>();
        Rows.list(
                        connection(),
                        """
                        select l.service_level_package code, p.name_nb, p.name_nn, p.name_en,
                               (select min(r.valid_from) from agreement_line_row r where r.line = l.line) valid_from,
                               (select min(o.valid_from) from agreement_line_package o where o.line = l.line) valid_to,
                               null reason, 0 later
                        from agreement_line l join service_level_package p on p.code = l.service_level_package
                        where l.line = ?
                        union all
                        select o.service_level_package, p.name_nb, p.name_nn, p.name_en, o.valid_from, o.valid_to, o.reason, 1
                        from agreement_line_package o join service_level_package p on p.code = o.service_level_package
                        where o.line = ?
                        order by later, valid_from
                        """,
                        List.of(line, line),
                        row -> new LinePackageView(
                                line,
                                row.getRow(),
                                row.getString("code"),
                                Rows.text(row, "name"),
                                new DateRange(Rows.date(row, "valid_from"), Rows.date(row, "valid_to")),
                                row.getString("reason")))
                .forEach(promised::add);
        return promised;
    }

    void add(String line, LinePackageDraft draft, String person, Instant at) {
        Rows.update(
                connection(),
                "update agreement_line_package set valid_to = ? where line = ? and valid_to is null",
                List.of(draft.validFrom(), line));
        Rows.update(
                connection(),
                """
                insert into agreement_line_package (line, valid_from, service_level_package, reason, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                List.of(line, draft.validFrom(), draft.servicePackage(), draft.reason(), person, at.toEpochMilli()));
    }

    /** The longest period that levels of either package have on the date or later, in months. */
    int months(String one, String other, LocalDate on) {
        return Rows.list(
                        connection(),
                        "select distinct period from service_level where package in (?, ?)"
                                + " and (valid_to is null or valid_to > ?)",
                        List.of(one, other, on),
                        row -> row.getString(1))
                .stream()
                .mapToInt(LevelChoices::months)
                .max()
                .orElse(1);
    }
}
