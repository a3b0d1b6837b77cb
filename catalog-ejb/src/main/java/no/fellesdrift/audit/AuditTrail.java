package no.fellesdrift.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.party.CurrentCaller;

/** Keeps everything that desks say has happened, in the transaction it happened in. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    AuditEntries entries;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentRequest request;

    @Inject
    Clock clock;

    void keep(@Observes Happened happened) {
        entries.add(happened, caller.get(), clock.instant(), request.correlationId());
    }
}
