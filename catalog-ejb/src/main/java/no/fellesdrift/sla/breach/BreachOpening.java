package no.fellesdrift.sla.breach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.sla.LevelsEvaluated;

/**
 * Opens, voids and follows breaches as the evaluation of an ended month tells, in its transaction. It compares what
 * stands with what is there, so that it may be told the same twice.
 */
@ApplicationScoped
public class BreachOpening {

    @Inject
    Breaches breaches;

    @Inject
    Clock clock;

    @Inject
    Event<BreachesOpened> opened;

    public void look(@Observes LevelsEvaluated evaluated) {
        if (!evaluated.ended()) {
            return;
        }
        Instant now = clock.instant();
        breaches.fall(evaluated.period(), now);
        List<String> numbers = new ArrayList<>(breaches.takeUp(evaluated.period(), now));
        breaches.followResults(evaluated.period(), now);
        numbers.addAll(breaches.open(evaluated.period(), now));
        if (!numbers.isEmpty()) {
            opened.fire(new BreachesOpened(evaluated.period(), numbers));
        }
    }
}
