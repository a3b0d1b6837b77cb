package no.fellesdrift.sla.breach;

/** What can happen to a breach. */
public enum BreachStep {
    /** By itself, with the evaluation. */
    OPEN,
    /** Says why it happened, or says it better. */
    ANALYSE,
    ADD_ACTION,
    /** The plan's actions are enough. */
    AGREE,
    ACTION_DONE,
    /** All actions are done. */
    FINISH,
    CLOSE,
    /** Where the agreement asks for no plan and none was made. */
    CLOSE_WITHOUT_PLAN,
    HAND_OVER,
    COMMENT,
    /** By itself: a later version of the result breaches too. */
    RESULT_CHANGED,
    /** By itself: a later version of the result is no breach. */
    FALL,
    /** By itself: a still later version is one again. */
    RETURN
}
