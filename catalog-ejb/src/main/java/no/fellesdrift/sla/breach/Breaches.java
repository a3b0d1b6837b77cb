package no.fellesdrift.sla.breach;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rows;

/** Breaches written: opened and voided by what the evaluation says, and moved by people, each step with its row. */
class Breaches {

    /** What says that a promise was not kept. Too few cases are nobody's fault; too little coverage is. */
    private static final String BROKEN =
            "(r.status = 'BREACHED' or (r.status = 'INSUFFICIENT_DATA' and r.coverage_numerator is not null))";

    /** Most of the downtime; where two are equal the earlier holds, as with overlapping causes. */
    private static final String CAUSE = """
            case when r.status <> 'BREACHED' or coalesce(r.downtime_seconds, 0) = 0 then null
                 when r.downtime_provider_seconds >= greatest(r.downtime_upstream_seconds, r.downtime_customer_seconds)
                   then 'PROVIDER'
                 when r.downtime_upstream_seconds >= r.downtime_customer_seconds then 'UPSTREAM'
                 else 'CUSTOMER' end
            """;

    /** A breach on the duty to measure gives no credit. */
    private static final String CONSEQUENCE =
            "case when r.status = 'INSUFFICIENT_DATA' and r.consequence = 'SERVICE_CREDIT' then 'NONE'"
                    + " else r.consequence end";

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** A breach as a step needs it, held until the transaction ends. */
    record Held(String number, int version, OrgNumber agency, String owner, String consequence, BreachState state) {}

    // ---------------------------------------------------------------- by itself

    /** Opens a breach for each broken promise of the month that has none yet. @return their numbers */
    List<String> open(YearMonth period, Instant at) {
        int count = Rows.update(
                connection(),
                """
                        insert into breach (id, number, period, line, level, result_version, agency, service, offering,
                            measure, priority, kind, cause, consequence, owner, state, opened_at)
                        select next value for breach_seq,
                               concat('BR-', ?, '-', lpad(n.serial, greatest(4, length(n.serial)), '0')),
                               r.period, r.line, r.level, r.result_version, r.agency, r.service, r.offering, r.measure,
                               r.priority, r.status, %s, %s, s.owner, 'OPEN', ?
                        from (select r.id, ? + row_number() over (order by r.line, r.level) serial
                              from sla_result r
                              left join breach b on b.period = r.period and b.line = r.line and b.level = r.level
                              where r.period = ? and r.superseded = false and b.number is null and %s) n
                        join sla_result r on r.id = n.id
                        join service s on s.code = r.service
                        order by n.serial
                        """.formatted(CAUSE, CONSEQUENCE, BROKEN),
                List.of(period.getYear(), at.toEpochMilli(), lastNumber(period.getYear()), period));
        if (count == 0) {
            return List.of();
        }
        List<String> opened = numbers(
                "select b.number from breach b where b.period = ?"
                        + " and not exists (select 1 from breach_step t where t.breach = b.number) order by b.id",
                period);
        Rows.insert(
                connection(),
                "insert into breach_step (breach, taken_at, step, to_state) values (?, ?, 'OPEN', 'OPEN')",
                opened.stream()
                        .map(number -> List.of(number, at.toEpochMilli()))
                        .toList());
        return opened;
    }

    /** Lets those fall whose result is no breach any more. @return their numbers */
    List<String> fall(YearMonth period, Instant at) {
        List<String> numbers = numbers("""
                select b.number from breach b
                where b.period = ? and b.state <> 'VOID' and not exists (
                    select 1 from sla_result r where r.period = b.period and r.line = b.line and r.level = b.level
                    and r.superseded = false and %s) order by b.number for update
                """.formatted(BROKEN), period);
        numbers.forEach(number -> stepBySelf(number, BreachStep.FALL, at, null));
        return numbers;
    }

    /** Takes those up again that fell and whose result is a breach after all. @return their numbers */
    List<String> takeUp(YearMonth period, Instant at) {
        List<String> numbers = numbers("""
                select b.number from breach b join sla_result r on r.period = b.period and r.line = b.line
                    and r.level = b.level and r.superseded = false
                where b.period = ? and b.state = 'VOID' and %s order by b.number for update
                """.formatted(BROKEN), period);
        numbers.forEach(number -> stepBySelf(number, BreachStep.RETURN, at, null));
        numbers.forEach(this::follow);
        return numbers;
    }

    /** Lets those that stand name the latest version of their result. @return their numbers */
    List<String> followResults(YearMonth period, Instant at) {
        List<String> numbers = numbers("""
                select b.number from breach b join sla_result r on r.period = b.period and r.line = b.line
                    and r.level = b.level and r.superseded = false
                where b.period = ? and b.state <> 'VOID' and b.result_version <> r.result_version and %s
                order by b.number for update
                """.formatted(BROKEN), period);
        numbers.forEach(number -> {
            follow(number);
            stepBySelf(number, BreachStep.RESULT_CHANGED, at, null);
        });
        return numbers;
    }

    private void follow(String number) {
        Rows.update(
                connection(),
                "update breach b join sla_result r on r.period = b.period and r.line = b.line and r.level = b.level"
                        + " and r.superseded = false set b.result_version = r.result_version, b.kind = r.status,"
                        + " b.cause = " + CAUSE + ", b.consequence = " + CONSEQUENCE + " where b.number = ?",
                List.of(number));
    }

    private void stepBySelf(String number, BreachStep step, Instant at, String note) {
        Held held = held(number).orElseThrow();
        take(held, step, held.state().after(step).orElseThrow(), null, at, note);
    }

    private List<String> numbers(String sql, YearMonth period) {
        return Rows.list(connection(), sql, List.of(period), row -> row.getString(1));
    }

    // ---------------------------------------------------------------- by people

    /** Waits for another that works on the same one. */
    Optional<Held> held(String number) {
        return Rows.first(
                connection(),
                "select number, version, agency, owner, consequence, state from breach where number = ? for update",
                List.of(number),
                row -> new Held(
                        row.getString(1),
                        row.getInt(2),
                        OrgNumber.of(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        BreachState.valueOf(row.getString(6))));
    }

    /** @param person absent when it happens by itself */
    void take(Held breach, BreachStep step, BreachState to, String person, Instant at, String note) {
        Rows.update(
                connection(),
                "update breach set state = ?, version = version + 1 where number = ?",
                List.of(to, breach.number()));
        boolean moved = to != breach.state();
        Rows.update(
                connection(),
                "insert into breach_step (breach, taken_at, person, step, from_state, to_state, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Arrays.asList(
                        breach.number(),
                        at.toEpochMilli(),
                        person,
                        step,
                        moved ? breach.state() : null,
                        moved ? to : null,
                        note));
    }

    void analysis(String number, String text) {
        Rows.update(connection(), "update breach set analysis = ? where number = ?", List.of(text, number));
    }

    void owner(String number, String person) {
        Rows.update(connection(), "update breach set owner = ? where number = ?", List.of(person, number));
    }

    /** @return its position in the plan, from 1 */
    int add(String number, ActionDraft action) {
        int position = Rows.first(
                        connection(),
                        "select coalesce(max(position), 0) + 1 from breach_action where breach = ?",
                        List.of(number),
                        row -> row.getInt(1))
                .orElseThrow();
        Rows.update(
                connection(),
                "insert into breach_action (breach, position, what, responsible, due_on) values (?, ?, ?, ?, ?)",
                List.of(number, position, action.what().strip(), action.responsible(), action.due()));
        return position;
    }

    void done(String number, int position, LocalDate on) {
        Rows.update(
                connection(),
                "update breach_action set done_on = ? where breach = ? and position = ?",
                List.of(on, number, position));
    }

    /** A person of the provider who is there today; the name. */
    Optional<String> colleague(String person, LocalDate today) {
        return Rows.first(
                connection(),
                "select p.name from person p join organisation g on g.orgnr = p.organisation and g.role = 'PROVIDER'"
                        + " where p.person_id = ? and p.valid_from <= ? and (p.valid_to is null or p.valid_to > ?)",
                Arrays.asList(person, today, today),
                row -> row.getString(1));
    }

    // ---------------------------------------------------------------- reminders

    /**
     * Actions that are not done and whose day has passed, unless that was told after {@code before}, or comes until
     * {@code ahead}, unless that was told.
     */
    List<ActionsDue.Action> untold(LocalDate today, LocalDate ahead, LocalDate before) {
        return Rows.list(
                connection(),
                """
                        select a.breach, a.position, a.responsible, b.owner, a.due_on, a.due_on < ? overdue
                        from breach_action a join breach b on b.number = a.breach
                        where a.done_on is null and b.state in ('ANALYSED', 'PLAN_AGREED')
                          and (a.due_on < ? and (a.overdue_told_on is null or a.overdue_told_on <= ?)
                            or a.due_on >= ? and a.due_on <= ? and a.due_told_on is null)
                        order by a.due_on, a.breach, a.position for update
                        """,
                List.of(today, today, before, today, ahead),
                row -> new ActionsDue.Action(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        Rows.date(row, "due_on"),
                        row.getBoolean(6)));
    }

    void told(ActionsDue.Action action, LocalDate on) {
        Rows.update(
                connection(),
                "update breach_action set " + (action.overdue() ? "overdue_told_on" : "due_told_on")
                        + " = ? where breach = ? and position = ?",
                List.of(on, action.breach(), action.position()));
    }

    // ---------------------------------------------------------------- numbers

    /** Of the numbers {@code BR-yyyy-nnnn}, by the year of the month. */
    private int lastNumber(int year) {
        return Rows.first(
                        connection(),
                        "select coalesce(max(cast(substring(number, 9) as unsigned)), 0) from breach"
                                + " where number like ? for update",
                        List.of("BR-" + year + "-%"),
                        row -> row.getInt(1))
                .orElse(0);
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
