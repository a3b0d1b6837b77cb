package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.kernel.Sorting;
import no.fellesdrift.sla.ResultRows;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.sla.engine.Step;

/** What has changed since it was published, and which facts it was. */
class ReportChanges {

    private static final String FROM = """
             from service_report s
            join service_report_line l on l.report = s.id
            join sla_result b on b.id = l.result
            join sla_result r on r.period = s.period and r.line = l.line and r.level = l.level
              and r.result_version > b.result_version
            join organisation a on a.orgnr = s.agency
            left join service_report_line c on c.result = r.id and c.report <> s.id
              and exists (select 1 from service_report k where k.id = c.report
                          and (k.published_at is not null or ? = 0))
            left join service_report x on x.id = c.report
            where s.published_at is not null and s.edition = 1
            """;

    private static final Map<String, String> SORTS =
            Map.of("line", "r.line", "report", "s.number", "evaluatedAt", "r.evaluated_at", "correction", "x.number");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    private Connection connection() {
        return em.unwrap(Connection.class);
    }

    private record Change(String report, String agency, long before, long after, String correction, String why) {}

    /** @param published only corrections that agencies see */
    Paged<ChangeView> page(
            Optional<YearMonth> period,
            Optional<OrgNumber> agency,
            boolean published,
            PageRequest page,
            String language) {
        List<Object> parameters = new ArrayList<>(List.of(published ? 1 : 0));
        StringBuilder rest = new StringBuilder(FROM);
        period.ifPresent(month -> {
            rest.append(" and s.period = ?");
            parameters.add(month);
        });
        agency.ifPresent(number -> {
            rest.append(" and s.agency = ?");
            parameters.add(number);
        });
        long total = Rows.first(connection(), "select count(*)" + rest, parameters, row -> row.getLong(1))
                .orElse(0L);
        List<Object> limited = new ArrayList<>(parameters);
        limited.add(page.size());
        limited.add(page.offset());
        List<Change> changes = Rows.list(
                connection(),
                "select s.number, a.name, r.supersedes, r.id, x.number, c.remark" + rest
                        + " order by " + Sorting.sql(page.sort(), SORTS, ReportReason.UNKNOWN_REPORT_SORT)
                        + "r.evaluated_at desc, r.id desc limit ? offset ?",
                limited,
                row -> new Change(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)));
        return Paged.of(views(changes, language), page, total);
    }

    private List<ChangeView> views(List<Change> changes, String language) {
        List<Long> keys = changes.stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .distinct()
                .toList();
        String in = "(" + Rows.marks(keys.size()) + ")";
        Map<Long, ResultView> results = ResultRows.list(connection(), " where r.id in " + in, keys, language).stream()
                .collect(Collectors.toMap(ResultView::key, Function.identity()));
        Map<Long, List<Step>> workings = ResultRows.workings(connection(), keys);
        return changes.stream()
                .map(change -> new ChangeView(
                        change.report(),
                        change.agency(),
                        results.get(change.before()),
                        results.get(change.after()),
                        change.correction(),
                        change.why(),
                        different(
                                facts(workings.getOrDefault(change.before(), List.of())),
                                facts(workings.getOrDefault(change.after(), List.of()))),
                        !results.get(change.before())
                                .policy()
                                .equals(results.get(change.after()).policy())))
                .toList();
    }

    private static Map<ChangeView.Fact, Set<Step>> facts(List<Step> steps) {
        Map<ChangeView.Fact, Set<Step>> facts = new HashMap<>();
        steps.forEach(step -> facts.computeIfAbsent(
                        new ChangeView.Fact(step.kind().name(), step.key()), key -> new HashSet<>())
                .add(step));
        return facts;
    }

    /** What is in one and not in the other, or counts otherwise. */
    private static List<ChangeView.Fact> different(
            Map<ChangeView.Fact, Set<Step>> before, Map<ChangeView.Fact, Set<Step>> after) {
        Map<String, ChangeView.Fact> sorted = new HashMap<>();
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(fact -> !before.getOrDefault(fact, Set.of()).equals(after.getOrDefault(fact, Set.of())))
                .forEach(fact -> sorted.put(fact.kind() + " " + fact.key(), fact));
        return new TreeSet<>(sorted.keySet()).stream().map(sorted::get).toList();
    }
}
