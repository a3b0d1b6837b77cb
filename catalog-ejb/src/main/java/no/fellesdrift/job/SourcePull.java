package no.fellesdrift.job;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.source.PullDesk;

/** Asks every minute the monitoring sources that are to be asked. */
@Singleton
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SourcePull {

    private static final Logger LOG = System.getLogger(SourcePull.class.getName());

    /** So many a minute: a source that is far behind is caught up with piece by piece. */
    private static final int AT_MOST = 20;

    @Inject
    PullDesk desk;

    /** A quarter past every full minute. */
    @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
    public void everyMinute() {
        for (int asked = 0; asked < AT_MOST; asked++) {
            Optional<PullDesk.Question> question = desk.next();
            if (question.isEmpty()) {
                return;
            }
            ask(question.get());
        }
    }

    private void ask(PullDesk.Question question) {
        try {
            desk.answered(question, desk.ask(question));
        } catch (PullDesk.Unanswered e) {
            LOG.log(Level.WARNING, "Monitoring source {0} did not answer: {1}", question.code(), e.getMessage());
            desk.failed(question, e.getMessage());
        }
    }
}
