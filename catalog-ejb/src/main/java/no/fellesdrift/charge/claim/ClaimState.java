package no.fellesdrift.charge.claim;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far a claim has come, and every step it may take. */
public enum ClaimState {
    DRAFT,
    SENT,
    ACCEPTED,
    REJECTED,
    /** Paid or set off. */
    SETTLED;

    /** What is done to a claim. */
    public enum Step {
        /** Takes the figures of today. */
        COLLECT,
        SEND,
        ACCEPT,
        REJECT,
        SETTLE
    }

    /** One row of the transition table. */
    record Row(Step step, Set<ClaimState> from, ClaimState to) {}

    /** The whole table; what does not stand here is refused. */
    static final List<Row> ROWS = List.of(
            new Row(Step.COLLECT, EnumSet.of(DRAFT), DRAFT),
            new Row(Step.SEND, EnumSet.of(DRAFT), SENT),
            new Row(Step.ACCEPT, EnumSet.of(SENT), ACCEPTED),
            new Row(Step.REJECT, EnumSet.of(SENT), REJECTED),
            new Row(Step.SETTLE, EnumSet.of(ACCEPTED), SETTLED));

    /** The state after the step; empty when it is not allowed here. */
    public Optional<ClaimState> after(Step step) {
        return ROWS.stream()
                .filter(row -> row.step() == step && row.from().contains(this))
                .findFirst()
                .map(Row::to);
    }
}
