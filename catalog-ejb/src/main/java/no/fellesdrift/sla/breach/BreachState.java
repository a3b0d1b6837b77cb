package no.fellesdrift.sla.breach;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far the work on a breach has come, and every step it may take. */
public enum BreachState {
    /** Nobody has said why yet. */
    OPEN,
    /** It is said why; what to do is being planned. */
    ANALYSED,
    /** The actions are agreed and under way. */
    PLAN_AGREED,
    /** All actions are done; whether they help is to be seen. */
    DONE,
    CLOSED,
    /** A later version of the result is no breach. */
    VOID;

    /**
     * One row of the transition table.
     *
     * @param to absent when the state stays
     */
    record Row(BreachStep step, Set<BreachState> from, Optional<BreachState> to) {}

    private static final Set<BreachState> WORK = EnumSet.of(OPEN, ANALYSED, PLAN_AGREED, DONE);

    /** The whole table; what does not stand here is refused. */
    static final List<Row> ROWS = List.of(
            to(BreachStep.ANALYSE, ANALYSED, OPEN),
            stays(BreachStep.ANALYSE, EnumSet.of(ANALYSED)),
            to(BreachStep.AGREE, PLAN_AGREED, ANALYSED),
            to(BreachStep.FINISH, DONE, PLAN_AGREED),
            to(BreachStep.CLOSE, CLOSED, DONE),
            to(BreachStep.CLOSE_WITHOUT_PLAN, CLOSED, ANALYSED),
            stays(BreachStep.ADD_ACTION, EnumSet.of(ANALYSED, PLAN_AGREED)),
            stays(BreachStep.ACTION_DONE, EnumSet.of(PLAN_AGREED)),
            stays(BreachStep.HAND_OVER, WORK),
            stays(BreachStep.COMMENT, EnumSet.allOf(BreachState.class)),
            stays(BreachStep.RESULT_CHANGED, EnumSet.complementOf(EnumSet.of(VOID))),
            to(BreachStep.FALL, VOID, OPEN, ANALYSED, PLAN_AGREED, DONE, CLOSED),
            to(BreachStep.RETURN, OPEN, VOID));

    private static Row to(BreachStep step, BreachState to, BreachState first, BreachState... others) {
        return new Row(step, EnumSet.of(first, others), Optional.of(to));
    }

    private static Row stays(BreachStep step, Set<BreachState> in) {
        return new Row(step, in, Optional.empty());
    }

    /** The state after the step; empty when it is not allowed here. */
    public Optional<BreachState> after(BreachStep step) {
        return ROWS.stream()
                .filter(row -> row.step() == step && row.from().contains(this))
                .findFirst()
                .map(row -> row.to().orElse(this));
    }

    /** Somebody still has something to do. */
    public boolean isWork() {
        return WORK.contains(this);
    }
}
