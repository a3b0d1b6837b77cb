package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.ResultRows;
import no.fellesdrift.sla.ResultView;

/** Service reports to read. */
class ReportLists {

    private static final String PUBLISHED = "s.state not in ('DRAFT', 'IN_REVIEW')";

    private static final String ROW = """
            select s.number, s.period, s.edition, s.agency, a.name, s.state, s.reviewed_at, s.generated_at,
                   s.published_at, s.answer_due, s.silent_at, s.frozen_at, n.line_count, n.breached, n.answered,
                   n.disputed,
                   (select count(*) from service_report_proposal p join service_report_line l on l.id = p.report_line
                    where l.report = s.id and p.verdict is null) as proposals
            from service_report s
            join organisation a on a.orgnr = s.agency
            join (select l.report, count(*) as line_count, sum(r.status = 'BREACHED') as breached,
                         count(l.answer) as answered, sum(l.answer = 'DISPUTED' and l.outcome is null) as disputed
                  from service_report_line l join sla_result r on r.id = l.result group by l.report) n
              on n.report = s.id
            """;

    private static final String ONE = """
            select s.*, a.name,
                   g.name as generated_name, u.name as submitted_name, w.name as reviewed_name,
                   p.name as published_name, q.name as answered_name, z.name as frozen_name
            from service_report s
            join organisation a on a.orgnr = s.agency
            left join person g on g.person_id = s.generated_by
            left join person u on u.person_id = s.submitted_by
            left join person w on w.person_id = s.reviewed_by
            left join person p on p.person_id = s.published_by
            left join person q on q.person_id = s.answered_by
            left join person z on z.person_id = s.frozen_by
            where s.number = ?
            """;

    private static final Map<String, String> SORTS = Map.of(
            "number", "s.number",
            "period", "s.period",
            "organisation", "a.name",
            "state", "s.state",
            "breached", "n.breached",
            "publishedAt", "s.published_at",
            "answerDue", "s.answer_due");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    /** @param published only what agencies see */
    Paged<ReportRow> page(ReportFilter filter, Optional<OrgNumber> agency, boolean published, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, published, parameters);
        long total = Rows.first(
                        connection(),
                        "select count(*) from service_report s" + where,
                        parameters,
                        row -> row.getLong(1))
                .orElse(0L);
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(page.size());
        limited.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        ROW + where + order(page.sort()) + " limit ? offset ?",
                        limited,
                        ReportLists::row),
                page,
                total);
    }

    void forEach(
            ReportFilter filter,
            Optional<OrgNumber> agency,
            boolean published,
            List<String> sort,
            Consumer<ReportRow> each) {
        List<Object> parameters = new ArrayList<>();
        String sql = ROW + where(filter, agency, published, parameters) + order(sort);
        Rows.forEach(connection(), sql, parameters, ReportLists::row, each);
    }

    private static String order(List<String> sort) {
        StringJoiner order = new StringJoiner(", ", " order by ", "");
        for (String field : sort) {
            boolean down = field.startsWith("-");
            String column = SORTS.get(down ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(ReportReason.UNKNOWN_REPORT_SORT, field);
            }
            order.add(column + (down ? " desc" : ""));
        }
        return order.add("s.period desc").add("s.agency").add("s.edition desc").toString();
    }

    private static String where(
            ReportFilter filter, Optional<OrgNumber> agency, boolean published, List<Object> parameters) {
        StringBuilder where = new StringBuilder(published ? " where " + PUBLISHED : " where 1 = 1");
        agency.ifPresent(number -> {
            where.append(" and s.agency = ?");
            parameters.add(number);
        });
        filter.period().ifPresent(period -> {
            where.append(" and s.period = ?");
            parameters.add(period);
        });
        filter.state().ifPresent(state -> {
            where.append(" and s.state = ?");
            parameters.add(state);
        });
        if (filter.silent()) {
            where.append(" and s.silent_at is not null and s.state in ('PUBLISHED', 'DISPUTED')");
        }
        return where.toString();
    }

    private static ReportRow row(ResultSet row) throws SQLException {
        return new ReportRow(
                row.getString("number"),
                row.getString("period"),
                row.getInt("edition"),
                row.getString("agency"),
                row.getString("name"),
                ReportState.valueOf(row.getString("state")),
                row.getLong("line_count"),
                row.getLong("breached"),
                row.getLong("answered"),
                row.getLong("disputed"),
                row.getLong("proposals"),
                instant(row, "reviewed_at") != null,
                instant(row, "generated_at"),
                instant(row, "published_at"),
                Rows.date(row, "answer_due"),
                instant(row, "silent_at"),
                instant(row, "frozen_at"));
    }

    /** The months that have reports, newest first. */
    List<YearMonth> periods(Optional<OrgNumber> agency, boolean published) {
        List<Object> parameters = new ArrayList<>();
        String where = where(ReportFilter.ALL, agency, published, parameters);
        return Rows.list(
                connection(),
                "select distinct s.period from service_report s" + where + " order by s.period desc",
                parameters,
                row -> YearMonth.parse(row.getString(1)));
    }

    /** The report without its lines and without what the reader may do. */
    Optional<ReportView> head(String number, boolean published) {
        return Rows.first(
                connection(), ONE + (published ? " and " + PUBLISHED : ""), List.of(number), ReportLists::head);
    }

    private static ReportView head(ResultSet row) throws SQLException {
        String number = row.getString("number");
        return new ReportView(
                number,
                row.getString("period"),
                row.getInt("edition"),
                row.getString("corrects"),
                null,
                row.getString("agency"),
                row.getString("name"),
                ReportState.valueOf(row.getString("state")),
                row.getString("remark"),
                said(row, "generated"),
                said(row, "submitted"),
                said(row, "reviewed"),
                said(row, "published"),
                Rows.date(row, "answer_due"),
                row.getString("silence") == null ? null : Silence.valueOf(row.getString("silence")),
                instant(row, "silent_at"),
                said(row, "answered"),
                said(row, "frozen"),
                row.getString("fingerprint"),
                row.getInt("version"),
                Set.of(),
                List.of());
    }

    /** The edition that corrects this one, as far as the reader sees it. */
    Optional<String> correction(String number, boolean published) {
        return Rows.first(
                connection(),
                "select s.number from service_report s where s.corrects = ?" + (published ? " and " + PUBLISHED : ""),
                List.of(number),
                row -> row.getString(1));
    }

    /** By service, agreement line and level; in two statements, however many there are. */
    List<ReportLineView> lines(String number, String language) {
        String of = " join service_report_line n on n.%s = r.id join service_report x on x.id = n.report"
                + " where x.number = ?";
        Map<Long, ResultView> shown = results(of.formatted("result"), number, language);
        Map<Long, ResultView> before = results(of.formatted("before_result"), number, language);
        Map<Long, List<ReportLineView.ProposalView>> proposals = new HashMap<>();
        Rows.list(
                connection(),
                """
                select p.*, b.name as proposed_name, d.name as decided_name
                from service_report_proposal p
                join service_report_line l on l.id = p.report_line
                join service_report s on s.id = l.report
                left join person b on b.person_id = p.proposed_by
                left join person d on d.person_id = p.decided_by
                where s.number = ? order by p.id
                """,
                List.of(number),
                row -> proposals
                        .computeIfAbsent(row.getLong("report_line"), key -> new ArrayList<>())
                        .add(proposal(row)));
        return Rows.list(connection(), """
                select l.*, q.name as answered_name from service_report_line l
                join service_report s on s.id = l.report
                join sla_result r on r.id = l.result
                left join person q on q.person_id = l.answered_by
                where s.number = ? order by r.service, l.line, l.level
                """, List.of(number), row -> line(row, shown, before, proposals));
    }

    private Map<Long, ResultView> results(String rest, String number, String language) {
        return ResultRows.list(connection(), rest, List.of(number), language).stream()
                .collect(Collectors.toMap(ResultView::key, Function.identity()));
    }

    private static ReportLineView line(
            ResultSet row,
            Map<Long, ResultView> shown,
            Map<Long, ResultView> before,
            Map<Long, List<ReportLineView.ProposalView>> proposals)
            throws SQLException {
        return new ReportLineView(
                row.getLong("id"),
                shown.get(row.getLong("result")),
                before.get(row.getLong("before_result")),
                row.getString("remark"),
                row.getString("answer") == null ? null : LineAnswer.valueOf(row.getString("answer")),
                row.getString("answered_by"),
                name(row, "answered"),
                instant(row, "answered_at"),
                row.getString("objection"),
                row.getString("evidence"),
                row.getString("outcome") == null ? null : LineOutcome.valueOf(row.getString("outcome")),
                instant(row, "settled_at"),
                proposals.getOrDefault(row.getLong("id"), List.of()));
    }

    private static ReportLineView.ProposalView proposal(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new ReportLineView.ProposalView(
                LineOutcome.valueOf(row.getString("outcome")),
                DisputeSide.valueOf(row.getString("side")),
                row.getString("reason"),
                row.getString("evidence"),
                row.getString("exclusion"),
                row.getString("proposed_by"),
                name(row, "proposed"),
                instant(row, "proposed_at"),
                verdict == null ? null : ReportProposal.Verdict.valueOf(verdict),
                row.getString("decided_by"),
                name(row, "decided"),
                instant(row, "decided_at"),
                row.getString("note"));
    }

    /** A key with roles of its own, and the system, are no persons and are called by their code. */
    private static String name(ResultSet row, String what) throws SQLException {
        String name = row.getString(what + "_name");
        return name == null ? row.getString(what + "_by") : name;
    }

    private static ReportView.Said said(ResultSet row, String what) throws SQLException {
        Instant at = instant(row, what + "_at");
        return at == null ? null : new ReportView.Said(row.getString(what + "_by"), name(row, what), at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
