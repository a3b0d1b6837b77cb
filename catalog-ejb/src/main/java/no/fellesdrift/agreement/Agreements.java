package no.fellesdrift.agreement;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.price.NegotiatedTerm;

/** Agreements, their lines and what belongs to them, in the database. */
class Agreements {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    @Inject
    Clock clock;

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private static final String AGREEMENT = """
            a.number, a.agreement_version, a.version, a.agency, o.name agency_name, a.type, a.title, a.state,
            a.signed_on, a.valid_from, a.valid_to, a.revision_due, a.notice_months, a.settlement
            """;

    private static final String NEWEST =
            " a.agreement_version = (select max(n.agreement_version) from agreement n where n.number = a.number)";

    private static final Map<String, String> SORTS = Map.of(
            "number", "a.number",
            "title", "a.title",
            "organisation", "o.name",
            "type", "a.type",
            "state", "a.state",
            "validFrom", "a.valid_from",
            "validTo", "a.valid_to",
            "revisionDue", "a.revision_due");

    private record Counted(AgreementView agreement, long total) {}

    /** The newest version of each agreement. */
    Paged<AgreementView> page(AgreementFilter filter, Optional<OrgNumber> agency, PageRequest request) {
        List<Object> parameters = new ArrayList<>();
        String from = from(filter, agency, parameters);
        List<Object> paged = new ArrayList<>(parameters);
        paged.add(request.size());
        paged.add(request.offset());
        List<Counted> found = Rows.list(
                connection(),
                "select " + AGREEMENT + ", count(*) over () total" + from + order(request.sort()) + " limit ? offset ?",
                paged,
                row -> new Counted(agreement(row), row.getLong("total")));
        long total = !found.isEmpty()
                ? found.get(0).total()
                : request.page() == 0
                        ? 0
                        : Rows.list(connection(), "select count(*)" + from, parameters, row -> row.getLong(1))
                                .get(0);
        return Paged.of(found.stream().map(Counted::agreement).toList(), request, total);
    }

    /** The same one by one, as the database hands them out. */
    void forEach(AgreementFilter filter, Optional<OrgNumber> agency, List<String> sort, Consumer<AgreementView> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = "select " + AGREEMENT + from(filter, agency, parameters) + order(sort);
        Rows.forEach(connection(), sql, parameters, Agreements::agreement, each);
    }

    private static String from(AgreementFilter filter, Optional<OrgNumber> agency, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where").append(NEWEST);
        agency.ifPresent(one -> {
            where.append(" and a.agency = ?");
            parameters.add(one);
        });
        filter.state().ifPresent(state -> {
            where.append(" and a.state = ?");
            parameters.add(state);
        });
        filter.type().ifPresent(type -> {
            where.append(" and a.type = ?");
            parameters.add(type);
        });
        for (String word : filter.text().strip().split("\\s+", -1)) {
            if (!word.isEmpty()) {
                where.append(" and (a.number like ? or a.title like ? or o.name like ?)");
                String pattern =
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
                parameters.addAll(List.of(pattern, pattern, pattern));
            }
        }
        return " from agreement a join organisation o on o.orgnr = a.agency" + where;
    }

    private static String order(List<String> sort) {
        if (sort.isEmpty()) {
            return " order by field(a.state, 'ACTIVE', 'DRAFT', 'ENDED'), a.number";
        }
        return sort.stream()
                .map(field -> {
                    boolean down = field.startsWith("-");
                    String column = SORTS.get(down ? field.substring(1) : field);
                    if (column == null) {
                        throw new Rejection(AgreementReason.UNKNOWN_SORT, field);
                    }
                    return column + (down ? " desc" : "");
                })
                .collect(Collectors.joining(", ", " order by ", ", a.number"));
    }

    /** Every version the caller may see, newest first. @throws Rejection AGREEMENT_NOT_FOUND */
    List<AgreementView> versions(AgreementNumber number, Caller caller) {
        List<AgreementView> versions = Rows.list(
                connection(),
                "select " + AGREEMENT + " from agreement a join organisation o on o.orgnr = a.agency"
                        + " where a.number = ? order by a.agreement_version desc",
                List.of(number),
                Agreements::agreement);
        if (versions.isEmpty()) {
            throw new Rejection(AgreementReason.AGREEMENT_NOT_FOUND, number);
        }
        caller.mustSee(versions.get(0).agency(), AgreementReason.AGREEMENT_NOT_FOUND, number);
        return versions;
    }

    /** The version in force on a date, or the newest when none is. @throws Rejection AGREEMENT_NOT_FOUND */
    AgreementView visible(AgreementNumber number, LocalDate on, Caller caller) {
        List<AgreementView> versions = versions(number, caller);
        return versions.stream()
                .filter(version -> version.covers(on))
                .findFirst()
                .orElse(versions.get(0));
    }

    /** The agreements in force for an agency on a date, by number. */
    List<AgreementView> inForce(OrgNumber agency, LocalDate on) {
        return Rows.list(
                connection(),
                "select " + AGREEMENT + " from agreement a join organisation o on o.orgnr = a.agency"
                        + " where a.agency = ? and a.state = 'ACTIVE' and a.valid_from <= ?"
                        + " and (a.valid_to is null or a.valid_to > ?) order by a.type, a.number",
                List.of(agency, on, on),
                Agreements::agreement);
    }

    /** The lines of several agreements, by number. */
    List<LineView> linesOfAll(Collection<AgreementNumber> agreements) {
        return lines(" where l.agreement in (" + Rows.marks(agreements.size()) + ")", List.copyOf(agreements));
    }

    /** Lines by number, with all their rows. */
    List<LineView> linesOf(AgreementNumber agreement) {
        return lines(" where l.agreement = ?", List.of(agreement));
    }

    Optional<LineView> line(LineNumber line) {
        return lines(" where l.line = ?", List.of(line)).stream().findFirst();
    }

    /** All lines of an agency under agreements that were ever in force. */
    List<LineView> linesOf(OrgNumber agency) {
        return lines(
                " where l.agency = ? and exists (select 1 from agreement a where a.number = l.agreement"
                        + " and a.state <> 'DRAFT')",
                List.of(agency));
    }

    /** Lines of an agency for some offerings, under its active agreements. */
    List<LineView> linesOf(OrgNumber agency, Collection<OfferingCode> offerings) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(agency);
        parameters.addAll(offerings);
        return lines(
                " where l.agency = ? and l.offering in (" + Rows.marks(offerings.size())
                        + ") and exists (select 1 from agreement a where a.number = l.agreement and a.state = 'ACTIVE')",
                parameters);
    }

    boolean hasLine(AgreementNumber agreement, OfferingCode offering) {
        return !Rows.list(
                        connection(),
                        "select 1 from agreement_line where agreement = ? and offering = ? limit 1",
                        List.of(agreement, offering),
                        row -> 1)
                .isEmpty();
    }

    /** A line is promised the package that it began with until it is promised another: the one of today is told. */
    private List<LineView> lines(String where, List<?> parameters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<Object> all = new ArrayList<>(List.of(today, today));
        all.addAll(parameters);
        Map<String, LineView> heads = new LinkedHashMap<>();
        Map<String, List<LineView.Row>> rows = new LinkedHashMap<>();
        Rows.list(connection(), """
                select l.line, l.agreement, l.agency, l.offering, o.name_nb, o.name_nn, o.name_en,
                       o.unit_nb, o.unit_nn, o.unit_en, o.service, s.name_nb service_nb, s.name_nn service_nn,
                       s.name_en service_en, s.mandatory, p.code service_level_package,
                       p.name_nb package_nb, p.name_nn package_nn, p.name_en package_en, d.name deliverer,
                       r.row_no, r.quantity, r.valid_from, r.valid_to, r.from_order
                from agreement_line l
                join agreement_line_row r on r.line = l.line
                join offering o on o.code = l.offering
                join service s on s.code = o.service
                join organisation d on d.orgnr = s.delivered_by
                join service_level_package p on p.code = coalesce((select c.service_level_package
                    from agreement_line_package c where c.line = l.line and c.valid_from <= ?
                      and (c.valid_to is null or c.valid_to > ?)), l.service_level_package)
                """ + where + " order by l.line, r.valid_from", all, row -> {
            String line = row.getString("line");
            if (!heads.containsKey(line)) {
                heads.put(line, head(row));
            }
            rows.computeIfAbsent(line, key -> new ArrayList<>()).add(row(row));
            return line;
        });
        return heads.values().stream()
                .map(head -> withRows(head, rows.get(head.line().value())))
                .toList();
    }

    private static LineView withRows(LineView head, List<LineView.Row> rows) {
        return new LineView(
                head.line(),
                head.agreement(),
                head.agency(),
                head.offering(),
                head.offeringName(),
                head.unit(),
                head.service(),
                head.serviceName(),
                head.mandatory(),
                head.serviceLevelPackage(),
                head.packageName(),
                head.delivererName(),
                rows);
    }

    private static LineView head(ResultSet row) throws SQLException {
        return new LineView(
                LineNumber.of(row.getString("line")),
                AgreementNumber.of(row.getString("agreement")),
                OrgNumber.of(row.getString("agency")),
                OfferingCode.of(row.getString("offering")),
                Rows.text(row, "name"),
                Rows.text(row, "unit"),
                ServiceCode.of(row.getString("service")),
                Rows.text(row, "service"),
                row.getBoolean("mandatory"),
                row.getString("service_level_package"),
                Rows.text(row, "package"),
                row.getString("deliverer"),
                List.of());
    }

    private static LineView.Row row(ResultSet row) throws SQLException {
        String order = row.getString("from_order");
        return new LineView.Row(
                row.getInt("row_no"),
                row.getBigDecimal("quantity"),
                Rows.range(row, ""),
                order == null ? null : OrderNumber.of(order));
    }

    /** The terms negotiated for some lines, by line, component and start. */
    List<NegotiatedTerm> terms(Collection<LineNumber> lines) {
        return terms(
                "select * from negotiated_price where line in (" + Rows.marks(lines.size()) + ")", List.copyOf(lines));
    }

    List<NegotiatedTerm> termsOf(OrgNumber agency) {
        return terms(
                "select n.* from negotiated_price n where n.line in (select l.line from agreement_line l where l.agency = ?)",
                List.of(agency));
    }

    private List<NegotiatedTerm> terms(String select, List<?> parameters) {
        return Rows.list(
                connection(),
                select + " order by line, component, valid_from",
                parameters,
                row -> new NegotiatedTerm(
                        row.getString("line"),
                        row.getString("component"),
                        NegotiatedTerm.Kind.valueOf(row.getString("kind")),
                        row.getBigDecimal("value"),
                        Rows.range(row, ""),
                        row.getString("reason")));
    }

    List<AgreementView.Objective> objectives(AgreementNumber agreement) {
        return Rows.list(
                connection(),
                "select * from security_objective where agreement = ? order by id",
                List.of(agreement),
                row -> new AgreementView.Objective(
                        row.getString("code"),
                        row.getString("nsm_principle"),
                        Rows.text(row, "text"),
                        row.getString("measure"),
                        row.getString("unit"),
                        row.getBigDecimal("target"),
                        "AT_LEAST".equals(row.getString("direction")),
                        row.getBigDecimal("latest_value"),
                        Rows.date(row, "measured_on"),
                        AgreementView.ObjectiveStatus.valueOf(row.getString("status"))));
    }

    List<ResponsibilityView> responsibilities(Collection<ServiceCode> services) {
        return Rows.list(
                connection(),
                "select * from responsibility where service in (" + Rows.marks(services.size())
                        + ") order by service, id",
                List.copyOf(services),
                row -> new ResponsibilityView(
                        ServiceCode.of(row.getString("service")),
                        row.getString("task"),
                        Rows.text(row, "task"),
                        row.getString("provider"),
                        row.getString("customer"),
                        row.getString("upstream")));
    }

    private static AgreementView agreement(ResultSet row) throws SQLException {
        return new AgreementView(
                AgreementNumber.of(row.getString("number")),
                row.getInt("agreement_version"),
                row.getInt("version"),
                OrgNumber.of(row.getString("agency")),
                row.getString("agency_name"),
                AgreementType.valueOf(row.getString("type")),
                row.getString("title"),
                AgreementState.valueOf(row.getString("state")),
                Rows.date(row, "signed_on"),
                Rows.range(row, ""),
                Rows.date(row, "revision_due"),
                row.getObject("notice_months", Integer.class),
                row.getString("settlement"),
                List.of());
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
