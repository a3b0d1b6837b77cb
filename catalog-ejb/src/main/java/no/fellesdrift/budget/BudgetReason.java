package no.fellesdrift.budget;

import no.fellesdrift.kernel.Rejection;

/** Why something about a budget was refused. */
public enum BudgetReason implements Rejection.Reason {
    BUDGET_NOT_FOUND(Rejection.Kind.NOT_FOUND),
    NOT_ENOUGH_LEFT(Rejection.Kind.CONFLICT);

    private final Rejection.Kind kind;

    BudgetReason(Rejection.Kind kind) {
        this.kind = kind;
    }

    @Override
    public Rejection.Kind kind() {
        return kind;
    }

    @Override
    public String room() {
        return "budget";
    }
}
