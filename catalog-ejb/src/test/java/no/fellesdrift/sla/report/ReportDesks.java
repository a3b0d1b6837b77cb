package no.fellesdrift.sla.report;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.Wiring;

/** The desks of service reports over a database, each call in a transaction of its own, as a person and at an instant. */
final class ReportDesks {

    static final Caller RA_SECURITY = Callers.person("ra-sik", Callers.RA, Role.SECURITY_OFFICER);

    private final Database database;
    private Instant now = Instant.parse("2026-11-05T08:00:00Z");

    ReportDesks(Database database) {
        this.database = database;
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    <T> T read(Caller caller, Function<ReportDesk, T> work) {
        return with(caller, ReportDesk.class, work);
    }

    <T> T issue(Caller caller, Function<ReportIssueDesk, T> work) {
        return with(caller, ReportIssueDesk.class, work);
    }

    <T> T answer(Caller caller, Function<ReportAnswerDesk, T> work) {
        return with(caller, ReportAnswerDesk.class, work);
    }

    <T> T schedule(Caller caller, Function<ReportScheduleDesk, T> work) {
        return with(caller, ReportScheduleDesk.class, work);
    }

    <D, T> T with(Caller caller, Class<D> desk, Function<D, T> work) {
        AtomicReference<T> answer = new AtomicReference<>();
        database.transaction(em -> answer.set(work.apply(wiring(em, caller).get(desk))));
        return answer.get();
    }

    private Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(now, ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars");
    }
}
