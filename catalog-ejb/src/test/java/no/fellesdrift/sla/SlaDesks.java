package no.fellesdrift.sla;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Wiring;

/** Desks of the room with their parts. */
final class SlaDesks {

    private SlaDesks() {}

    static LevelDesk levels(EntityManager em, Caller caller, String now) {
        return desk(em, caller, now, LevelDesk.class);
    }

    static MeasurementDesk measurements(EntityManager em, Caller caller, String now) {
        return desk(em, caller, now, MeasurementDesk.class);
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container reads the configuration here
    static ReadingDesk readings(EntityManager em, Caller caller, String now) {
        ReadingDesk desk = desk(em, caller, now, ReadingDesk.class);
        desk.months = 13;
        return desk;
    }

    static ExclusionDesk exclusions(EntityManager em, Caller caller, String now) {
        return desk(em, caller, now, ExclusionDesk.class);
    }

    private static <T> T desk(EntityManager em, Caller caller, String now, Class<T> type) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .get(type);
    }
}
