package no.fellesdrift.sla.source;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.SourceOfKey;
import no.fellesdrift.testing.Settings;
import no.fellesdrift.testing.Wiring;
import org.eclipse.microprofile.config.Config;

/** Desks of the room with their parts put in. */
final class SourceDesks {

    private SourceDesks() {}

    static Wiring wiring(EntityManager em, Caller caller, String now) {
        return wiring(em, caller, now, Map.of());
    }

    static Wiring wiring(EntityManager em, Caller caller, String now, Map<String, String> settings) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .with(Config.class, new Settings(settings))
                .with(SourceOfKey.class, MonitoringSources.class.getName());
    }
}
