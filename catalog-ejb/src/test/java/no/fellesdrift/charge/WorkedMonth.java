package no.fellesdrift.charge;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Heard;
import no.fellesdrift.testing.Wiring;

/** The desks of this room on the worked month, for tests. */
@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
public final class WorkedMonth {

    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    public static final Instant EVALUATED_AT = Instant.parse("2026-11-05T05:00:00Z");

    private WorkedMonth() {}

    public static ChargeDesk desk(EntityManager em, Caller caller) {
        return desk(em, caller, EVALUATED_AT, new Heard<>());
    }

    static ChargeDesk desk(EntityManager em, Caller caller, Instant now, Event<PeriodClosed> closed) {
        ChargeDesk desk = new ChargeDesk();
        desk.charges = new Charges();
        desk.charges.em = em;
        desk.years = new ChargeYears();
        desk.years.em = em;
        desk.bases = new LineBases();
        desk.bases.em = em;
        desk.credits = credits(em, caller, now);
        desk.periods = new BillingPeriods();
        desk.periods.em = em;
        desk.caller = CurrentCaller.of(caller);
        desk.clock = Clock.fixed(now, ZoneOffset.UTC);
        desk.happened = new Heard<>();
        desk.closed = closed;
        return desk;
    }

    private static CreditCharges credits(EntityManager em, Caller caller, Instant now) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(now, ZoneOffset.UTC))
                .get(CreditCharges.class);
    }
}
