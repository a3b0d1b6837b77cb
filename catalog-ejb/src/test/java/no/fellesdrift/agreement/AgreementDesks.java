package no.fellesdrift.agreement;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.fellesdrift.catalogue.CatalogueDesks;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.price.PriceDesks;
import no.fellesdrift.testing.Heard;

/** The room's desks, put together by hand for tests. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
public final class AgreementDesks {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T08:00:00Z"), ZoneOffset.UTC);

    private AgreementDesks() {}

    /** On 3 November 2026. */
    public static AgreementDesk agreements(EntityManager em, Caller caller, Heard<Happened> heard) {
        AgreementDesk desk = new AgreementDesk();
        desk.agreements = new Agreements();
        desk.agreements.em = em;
        desk.agreements.clock = CLOCK;
        desk.lines = new AgreementLines();
        desk.lines.em = em;
        desk.offerings = CatalogueDesks.offerings(em, caller);
        desk.caller = CurrentCaller.of(caller);
        desk.clock = CLOCK;
        desk.happened = heard;
        return desk;
    }

    public static OurPriceDesk ourPrices(EntityManager em, Caller caller) {
        OurPriceDesk desk = new OurPriceDesk();
        desk.agreements = new Agreements();
        desk.agreements.em = em;
        desk.agreements.clock = CLOCK;
        desk.prices = PriceDesks.prices(em);
        desk.caller = CurrentCaller.of(caller);
        return desk;
    }
}
