package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Wiring;

/** Desks of the room with their parts put in. */
final class SourceDesks {

    private SourceDesks() {}

    static Wiring wiring(EntityManager em, Caller caller, String now) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
