package no.fellesdrift.web.sla.breach;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.sla.breach.BreachView;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.TimelineEntry;

/** How the states of breaches look, and their history in words. */
@Named
@RequestScoped
public class BreachWords {

    @Inject
    Texts t;

    /** The kind of tag of a state: how it is coloured. */
    public String kind(BreachState state) {
        return switch (state) {
            case OPEN -> "bad";
            case ANALYSED, PLAN_AGREED -> "warn";
            case DONE -> "info";
            case CLOSED -> "ok";
            case VOID -> "dash";
        };
    }

    public String icon(BreachState state) {
        return switch (state) {
            case OPEN -> "exclamation-circle";
            case ANALYSED -> "search";
            case PLAN_AGREED -> "list";
            case DONE -> "check";
            case CLOSED -> "check-circle";
            case VOID -> "minus-circle";
        };
    }

    public String kind(ResultStatus status) {
        return switch (status) {
            case MET -> "ok";
            case BREACHED -> "bad";
            case NOT_MEASURABLE, INSUFFICIENT_DATA, NOT_EVALUATED -> "dash";
        };
    }

    public String icon(ResultStatus status) {
        return switch (status) {
            case MET -> "check-circle";
            case BREACHED -> "times-circle";
            case NOT_MEASURABLE -> "minus-circle";
            case INSUFFICIENT_DATA, NOT_EVALUATED -> "exclamation-circle";
        };
    }

    /** Newest first. */
    public List<TimelineEntry> history(BreachView breach) {
        List<TimelineEntry> history = new ArrayList<>();
        breach.steps()
                .forEach(step -> history.add(new TimelineEntry(
                        step.at(),
                        step.by() == null ? t.get("sla.breach.itself") : step.by(),
                        t.get("sla.breach.step." + step.step()),
                        step.from() == null ? "" : t.get("sla.breach.state." + step.from()),
                        step.to() == null ? "" : t.get("sla.breach.state." + step.to()),
                        step.note())));
        Collections.reverse(history);
        return history;
    }

    /** Whether it helped, in one sentence. */
    public String effect(BreachView breach) {
        return breach.later() == 0
                ? t.get("sla.breach.effect.none")
                : t.of("sla.breach.effect.kept", breach.kept(), breach.later());
    }
}
