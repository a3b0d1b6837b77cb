package no.fellesdrift.sla.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import no.fellesdrift.sla.engine.ResultStatus;

/**
 * What the trends page shows, up to one month.
 *
 * @param until the newest month
 * @param months oldest first: twelve at the most, from the first that has a result
 * @param organisations empty for somebody who sees one agency only
 * @param budgets the availability levels of the newest month that have least left, in proportion
 * @param outages those that last now, longest first
 * @param days of the newest month, for the services with most downtime
 */
public record Dashboard(
        YearMonth until,
        List<YearMonth> months,
        List<Row> services,
        List<Row> organisations,
        List<Budget> budgets,
        List<Causes> causes,
        List<Ongoing> outages,
        List<Days> days) {

    public static final int MONTHS = 12;

    /** A service or an agency over the months; a month without results is null. */
    public record Row(String code, String name, List<Cell> cells) {

        Row from(int first) {
            return new Row(code, name, cells.subList(first, cells.size()));
        }
    }

    /** How many levels were kept, broken, or could not be said. */
    public record Cell(YearMonth period, long met, long breached, long unknown) {

        /** What the month says as a whole: broken when any level was, unknown when none could be measured. */
        public ResultStatus status() {
            if (breached > 0) {
                return ResultStatus.BREACHED;
            }
            return met > 0 ? ResultStatus.MET : ResultStatus.NOT_MEASURABLE;
        }

        /** Those that were measured. */
        public long measured() {
            return met + breached;
        }
    }

    /**
     * A line's error budget in the month.
     *
     * @param result id of the result
     * @param budgetSeconds what the target leaves of the agreed time
     * @param remainingSeconds signed
     * @param provisional the month is not over
     * @param spentAt when a running month's budget is used up at the rate of so far; null when it lasts
     */
    public record Budget(
            String result,
            String line,
            String organisation,
            String serviceName,
            String level,
            long budgetSeconds,
            long remainingSeconds,
            boolean provisional,
            Instant spentAt) {

        /** Whole percent used, rounded up; more than a hundred when the budget is overdrawn. */
        public int usedPercent() {
            return BigDecimal.valueOf(budgetSeconds - remainingSeconds)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(budgetSeconds), 0, RoundingMode.UP)
                    .intValueExact();
        }
    }

    /** Seconds of downtime in a month, added up over agreement lines, by who caused it. */
    public record Causes(YearMonth period, long provider, long upstream, long customer) {

        public long all() {
            return provider + upstream + customer;
        }

        /** Whole percent that the suppliers caused, rounded down; 0 when nothing was down. */
        public int upstreamPercent() {
            return all() == 0 ? 0 : Math.toIntExact(upstream * 100 / all());
        }
    }

    /** An outage that lasts. */
    public record Ongoing(
            String source,
            String key,
            String service,
            String serviceName,
            Instant since,
            String cause,
            String impact) {}

    /** A service's downtime, day by day; as many days as the month has. */
    public record Days(String service, String name, List<Day> days) {}

    /**
     * @param minutes that count as downtime for any of its lines, rounded up
     * @param excused nothing counts, but agreed maintenance or an approved exclusion took time out
     */
    public record Day(LocalDate date, long minutes, boolean excused) {}
}
