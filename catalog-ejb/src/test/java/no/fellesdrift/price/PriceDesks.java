package no.fellesdrift.price;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.fellesdrift.testing.Heard;

/** The room's desk, put together by hand for tests. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
public final class PriceDesks {

    private PriceDesks() {}

    /** On 3 November 2026. */
    public static PriceDesk prices(EntityManager em) {
        PriceDesk desk = new PriceDesk();
        desk.prices = new Prices();
        desk.prices.em = em;
        desk.clock = Clock.fixed(Instant.parse("2026-11-03T08:00:00Z"), ZoneOffset.UTC);
        desk.happened = new Heard<>();
        return desk;
    }
}
