package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.sla.engine.Fact;

/**
 * Until when the agencies' service reports were to be published, and when they were: facts of the measure
 * REPORT_DELIVERY. The room of reports writes these tables; it knows this room, so they are read here.
 */
class ReportDeliveries {

    @PersistenceContext(unitName = "catalog")
    EntityManager em;

    /** One agency's report of a month. */
    private record Owed(String agency, YearMonth month, String number, LocalDate by, Instant published) {}

    /** The facts, and besides the reports that were due in {@code [first, until)}, where any level asks for them. */
    MonthEvaluation.Measured with(
            MonthEvaluation.Measured facts, List<ServiceLevel> promised, YearMonth first, YearMonth until) {
        if (promised.stream().noneMatch(level -> level.measure() == Measure.REPORT_DELIVERY)) {
            return facts;
        }
        List<Owed> owed = new ArrayList<>();
        WorkingDays days = WorkingDays.of(connection());
        // a report is due in the month after its own
        for (YearMonth month = first.minusMonths(1);
                month.isBefore(until.minusMonths(1));
                month = month.plusMonths(1)) {
            owed.addAll(owed(month, days));
        }
        return (services, taker) -> facts.each(services, (service, measured) -> {
            List<Fact> with = new ArrayList<>(measured);
            owed.forEach(report -> with.add(fact(report, service)));
            taker.accept(service, with);
        });
    }

    private List<Owed> owed(YearMonth month, WorkingDays days) {
        YearMonth next = month.plusMonths(1);
        return Rows.list(
                connection(),
                """
                        select a.agency, r.number, r.published_at, d.deliver_by,
                               coalesce(t.delivery_working_day, s.delivery_working_day) working_day
                        from (select distinct agency from agreement_line) a
                        join service_report_schedule s on s.id = 1
                        left join service_report_term t on t.agency = a.agency
                        left join service_report_duty d on d.agency = a.agency and d.period = ?
                        left join service_report r on r.agency = a.agency and r.period = ? and r.edition = 1
                        order by a.agency
                        """,
                List.of(month, month),
                row -> new Owed(
                        row.getString("agency"),
                        month,
                        row.getString("number"),
                        Rows.date(row, "deliver_by") == null
                                ? days.nth(next, row.getInt("working_day"))
                                : Rows.date(row, "deliver_by"),
                        Rows.instant(row, "published_at")));
    }

    private static Fact fact(Owed report, String service) {
        return new Fact.Report(
                report.number() == null ? report.month().toString() : report.number(),
                new Fact.Scope(service, null, report.agency()),
                second(report.month().atDay(1)),
                second(report.month().plusMonths(1).atDay(1)),
                second(report.by().plusDays(1)) - 1,
                report.published() == null ? Long.MAX_VALUE : report.published().getEpochSecond());
    }

    private static long second(LocalDate date) {
        return date.atStartOfDay(OfficeDays.ZONE).toEpochSecond();
    }

    private Connection connection() {
        return em.unwrap(Connection.class);
    }
}
