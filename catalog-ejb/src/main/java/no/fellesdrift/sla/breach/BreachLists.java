package no.fellesdrift.sla.breach;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import no.fellesdrift.agreement.LineNumber;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.Measure;
import no.fellesdrift.sla.engine.Cause;

/** Breaches to read. */
class BreachLists {

    private static final int MONTHS = 12;

    private static final String SELECT = """
            select b.number, b.version, b.period, b.line, b.level, b.result_version, b.agency, g.name agency_name,
                   b.service, s.name_nb service_nb, s.name_nn service_nn, s.name_en service_en,
                   o.name_nb offering_nb, o.name_nn offering_nn, o.name_en offering_en,
                   b.measure, b.priority, b.kind, b.cause, b.consequence, b.owner, p.name owner_name, b.state,
                   b.opened_at,
                   (select count(*) from breach e where e.line = b.line and e.level = b.level
                    and e.period <> b.period and e.state <> 'VOID') earlier,
                   (select count(*) from breach_action a where a.breach = b.number) actions,
                   (select count(*) from breach_action a where a.breach = b.number and a.done_on is null) actions_left,
                   (select min(a.due_on) from breach_action a where a.breach = b.number and a.done_on is null) next_due
            from breach b
            join organisation g on g.orgnr = b.agency
            join service s on s.code = b.service
            join offering o on o.code = b.offering
            join person p on p.person_id = b.owner
            """;

    private static final Map<String, String> SORTS = Map.of(
            "number", "b.number",
            "period", "b.period",
            "organisation", "g.name",
            "service", "s.name_nb",
            "line", "b.line",
            "level", "b.level",
            "cause", "b.cause",
            "state", "field(b.state, 'OPEN', 'ANALYSED', 'PLAN_AGREED', 'DONE', 'CLOSED', 'VOID')",
            "owner", "p.name",
            "nextDue", "next_due is null, next_due");

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** Newest month first unless sorted. @throws Rejection BREACH_UNKNOWN_SORT */
    Paged<BreachLine> page(BreachFilter filter, Optional<OrgNumber> agency, LocalDate today, PageRequest page) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, today, parameters);
        long total = count(where, parameters);
        parameters.add(page.size());
        parameters.add(page.offset());
        return Paged.of(
                Rows.list(
                        connection(),
                        SELECT + where + order(page.sort()) + " limit ? offset ?",
                        parameters,
                        BreachLists::line),
                page,
                total);
    }

    void forEach(
            BreachFilter filter,
            Optional<OrgNumber> agency,
            LocalDate today,
            List<String> sort,
            Consumer<BreachLine> each) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, today, parameters);
        Rows.forEach(connection(), SELECT + where + order(sort), parameters, BreachLists::line, each);
    }

    long count(BreachFilter filter, Optional<OrgNumber> agency, LocalDate today) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, agency, today, parameters);
        return count(where, parameters);
    }

    private long count(String where, List<Object> parameters) {
        return Rows.first(connection(), "select count(*) from breach b" + where, parameters, row -> row.getLong(1))
                .orElse(0L);
    }

    Optional<BreachLine> find(String number) {
        return Rows.first(connection(), SELECT + " where b.number = ?", List.of(number), BreachLists::line);
    }

    Optional<String> analysis(String number) {
        return Rows.list(
                        connection(),
                        "select coalesce(analysis, '') from breach where number = ?",
                        List.of(number),
                        row -> row.getString(1))
                .stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    List<BreachView.Action> actions(String number) {
        return Rows.list(
                connection(),
                "select a.position, a.what, a.responsible, p.name, a.due_on, a.done_on from breach_action a"
                        + " join person p on p.person_id = a.responsible where a.breach = ? order by a.position",
                List.of(number),
                row -> new BreachView.Action(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Rows.date(row, "due_on"),
                        Rows.date(row, "done_on")));
    }

    List<BreachView.Taken> steps(String number) {
        return Rows.list(
                connection(),
                "select t.taken_at, p.name, t.step, t.from_state, t.to_state, t.note from breach_step t"
                        + " left join person p on p.person_id = t.person"
                        + " where t.breach = ? and t.step <> 'COMMENT' order by t.id",
                List.of(number),
                row -> new BreachView.Taken(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        BreachStep.valueOf(row.getString(3)),
                        absent(row.getString(4), BreachState::valueOf),
                        absent(row.getString(5), BreachState::valueOf),
                        row.getString(6)));
    }

    List<BreachView.Comment> comments(String number) {
        return Rows.list(
                connection(),
                "select t.taken_at, p.name, p.organisation, g.name, t.note from breach_step t"
                        + " join person p on p.person_id = t.person join organisation g on g.orgnr = p.organisation"
                        + " where t.breach = ? and t.step = 'COMMENT' order by t.id",
                List.of(number),
                row -> new BreachView.Comment(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
    }

    /** Of the same line and level in other months, newest first. */
    List<BreachView.Other> others(BreachLine breach) {
        return Rows.list(
                connection(),
                "select number, period, state from breach where line = ? and level = ? and period <> ?"
                        + " and state <> 'VOID' order by period desc",
                List.of(breach.line(), breach.level(), breach.period()),
                row -> new BreachView.Other(
                        row.getString(1), YearMonth.parse(row.getString(2)), BreachState.valueOf(row.getString(3))));
    }

    /** The ids of the level's results from the breach's month on, oldest first. */
    List<String> results(BreachLine breach) {
        return Rows.list(
                connection(),
                "select period, result_version from sla_result where line = ? and level = ? and period >= ?"
                        + " and superseded = false order by period limit ?",
                List.of(breach.line(), breach.level(), breach.period(), MONTHS),
                row -> row.getString(1) + "~" + breach.line() + "~" + breach.level() + "~" + row.getInt(2));
    }

    /** People of the provider, by name. */
    List<BreachDesk.Colleague> colleagues(LocalDate today) {
        return Rows.list(
                connection(),
                "select p.person_id, p.name from person p"
                        + " join organisation g on g.orgnr = p.organisation and g.role = 'PROVIDER'"
                        + " where p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?) order by p.name",
                List.of(today, today),
                row -> new BreachDesk.Colleague(row.getString(1), row.getString(2)));
    }

    List<YearMonth> periods(Optional<OrgNumber> agency) {
        return Rows.list(
                connection(),
                "select distinct period from breach" + (agency.isPresent() ? " where agency = ?" : "")
                        + " order by period desc",
                agency.map(List::of).orElseGet(List::of),
                row -> YearMonth.parse(row.getString(1)));
    }

    List<BreachDesk.Choice> organisations(Optional<OrgNumber> agency) {
        return Rows.list(
                connection(),
                "select distinct b.agency, g.name from breach b join organisation g on g.orgnr = b.agency"
                        + (agency.isPresent() ? " where b.agency = ?" : "") + " order by g.name",
                agency.map(List::of).orElseGet(List::of),
                row -> new BreachDesk.Choice(row.getString(1), row.getString(2)));
    }

    List<BreachDesk.Choice> services(Optional<OrgNumber> agency, String language) {
        String name = switch (language) {
            case "nn" -> "s.name_nn";
            case "en" -> "s.name_en";
            default -> "s.name_nb";
        };
        return Rows.list(
                connection(),
                "select distinct b.service, " + name + " name from breach b join service s on s.code = b.service"
                        + (agency.isPresent() ? " where b.agency = ?" : "") + " order by name",
                agency.map(List::of).orElseGet(List::of),
                row -> new BreachDesk.Choice(row.getString(1), row.getString(2)));
    }

    private static String where(
            BreachFilter filter, Optional<OrgNumber> agency, LocalDate today, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        agency.ifPresent(number -> and(where, parameters, "b.agency = ?", number));
        filter.period().ifPresent(period -> and(where, parameters, "b.period = ?", period));
        filter.service().ifPresent(service -> and(where, parameters, "b.service = ?", service));
        filter.state().ifPresent(state -> and(where, parameters, "b.state = ?", state));
        filter.cause().ifPresent(cause -> and(where, parameters, "b.cause = ?", cause));
        filter.owner().ifPresent(owner -> and(where, parameters, "b.owner = ?", owner));
        if (filter.work() || filter.overdue()) {
            where.append(" and b.state in ('OPEN', 'ANALYSED', 'PLAN_AGREED', 'DONE')");
        }
        if (filter.overdue()) {
            and(
                    where,
                    parameters,
                    "exists (select 1 from breach_action a where a.breach = b.number and a.done_on is null"
                            + " and a.due_on < ?)",
                    today);
        }
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> parameters, String condition, Object value) {
        where.append(" and ").append(condition);
        parameters.add(value);
    }

    private static String order(List<String> sort) {
        StringJoiner order = new StringJoiner(", ", " order by ", "");
        for (String field : sort) {
            boolean down = field.startsWith("-");
            String column = SORTS.get(down ? field.substring(1) : field);
            if (column == null) {
                throw new Rejection(BreachReason.BREACH_UNKNOWN_SORT, field);
            }
            order.add(column + (down ? " desc" : ""));
        }
        if (sort.isEmpty()) {
            order.add("b.period desc");
        }
        return order.add("b.number").toString();
    }

    private static BreachLine line(ResultSet row) throws SQLException {
        String period = row.getString("period");
        String line = row.getString("line");
        String level = row.getString("level");
        return new BreachLine(
                row.getString("number"),
                row.getInt("version"),
                YearMonth.parse(period),
                period + "~" + line + "~" + level + "~" + row.getInt("result_version"),
                OrgNumber.of(row.getString("agency")),
                row.getString("agency_name"),
                LineNumber.of(line),
                row.getString("service"),
                Rows.text(row, "service"),
                Rows.text(row, "offering"),
                level,
                Measure.valueOf(row.getString("measure")),
                row.getString("priority"),
                row.getString("kind"),
                absent(row.getString("cause"), Cause::valueOf),
                row.getString("consequence"),
                row.getString("owner"),
                row.getString("owner_name"),
                BreachState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                row.getInt("earlier"),
                row.getInt("actions"),
                row.getInt("actions_left"),
                Rows.date(row, "next_due"));
    }

    private static <T> T absent(String code, Function<String, T> reader) {
        return code == null ? null : reader.apply(code);
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
