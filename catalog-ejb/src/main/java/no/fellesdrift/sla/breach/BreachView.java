package no.fellesdrift.sla.breach;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.ResultStatus;

/**
 * A breach with all that belongs to it.
 *
 * @param achieved in percent, cut to the level's decimals; absent when there is no figure to show
 * @param target in percent, cut to the level's decimals
 * @param downtime seconds by who caused them; empty for cases
 * @param analysis why it happened; absent before
 * @param steps what happened to it, oldest first, comments left out
 * @param comments oldest first
 * @param others breaches of the same line and level in other months, newest first
 * @param months the level's results from the breach on, as far as they are evaluated, oldest first
 */
public record BreachView(
        BreachLine breach,
        BigDecimal achieved,
        BigDecimal target,
        int decimals,
        Map<Cause, Long> downtime,
        String analysis,
        List<Action> actions,
        List<Taken> steps,
        List<Comment> comments,
        List<Other> others,
        List<Month> months) {

    /** What is to be done, by whom and until when; {@code doneOn} is absent before. */
    public record Action(
            int position, String what, String responsible, String responsibleName, LocalDate due, LocalDate doneOn) {
        public boolean isDone() {
            return doneOn != null;
        }

        public boolean isOverdue(LocalDate today) {
            return doneOn == null && due.isBefore(today);
        }
    }

    /** @param by absent when it happened by itself */
    public record Taken(Instant at, String by, BreachStep step, BreachState from, BreachState to, String note) {}

    public record Comment(Instant at, String by, String organisation, String organisationName, String text) {}

    public record Other(String number, YearMonth period, BreachState state) {}

    /** @param achieved absent when there is no figure to show */
    public record Month(YearMonth period, String result, ResultStatus status, BigDecimal achieved, BigDecimal target) {}

    /** Whether the agreement asks for an improvement plan. */
    public boolean isPlanOwed() {
        return breach.consequence().equals("IMPROVEMENT_PLAN");
    }

    /** How many of the months after it kept the promise. */
    public long kept() {
        return judged().filter(month -> month.status() == ResultStatus.MET).count();
    }

    /** How many of the months after it said whether the promise was kept. */
    public long later() {
        return judged().count();
    }

    private Stream<Month> judged() {
        return months.stream()
                .filter(month -> month.period().isAfter(breach.period()))
                .filter(month -> month.status() == ResultStatus.MET || month.status() == ResultStatus.BREACHED);
    }
}
