package no.fellesdrift.catalogue;

import jakarta.persistence.EntityManager;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Heard;

/** The room's desks, put together by hand for tests. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
public final class CatalogueDesks {

    private CatalogueDesks() {}

    public static OfferingDesk offerings(EntityManager em, Caller caller) {
        OfferingDesk desk = new OfferingDesk();
        desk.offerings = new Offerings();
        desk.offerings.em = em;
        desk.caller = CurrentCaller.of(caller);
        return desk;
    }

    public static CatalogueDesk catalogue(EntityManager em, Caller caller) {
        CatalogueDesk desk = new CatalogueDesk();
        desk.services = new Services();
        desk.services.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.happened = new Heard<>();
        return desk;
    }
}
