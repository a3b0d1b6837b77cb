package no.fellesdrift.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // a test sets what the container would inject
class AuditTest {

    static final Instant AT = Instant.parse("2026-10-12T08:00:00Z");

    static AuditEntries entries(EntityManager em) {
        AuditEntries entries = new AuditEntries();
        entries.em = em;
        return entries;
    }

    static void happens(EntityManager em, Caller caller, String what, String to) {
        AuditTrail trail = new AuditTrail();
        trail.entries = entries(em);
        trail.caller = CurrentCaller.of(caller);
        trail.request = new CurrentRequest();
        trail.request.set("req-1");
        trail.clock = Clock.fixed(AT, ZoneOffset.UTC);
        trail.keep(new Happened(what, "Order", "B-2026-0058", Callers.RA, "SUBMITTED", to, "note"));
    }

    static AuditDesk desk(EntityManager em, Caller caller) {
        AuditDesk desk = new AuditDesk();
        desk.entries = entries(em);
        desk.caller = CurrentCaller.of(caller);
        return desk;
    }

    @Test
    void what_happened_is_kept_with_who_key_when_and_request() {
        try (Database database = Database.fresh()) {
            Caller machine = new Caller(
                    "ra-godk",
                    "Eirik Skaugdal",
                    Callers.RA,
                    Callers.RA_APPROVER.roles(),
                    "nb",
                    Optional.of("demo-approver-ra"));
            database.transaction(em -> {
                happens(em, machine, "order.approve", "APPROVED");
                happens(em, Callers.ORDER_DESK, "order.receive", "RECEIVED");
            });
            database.transaction(em -> {
                List<AuditEntry> history = desk(em, Callers.RA_ORDERER).history("Order", "B-2026-0058");
                assertThat(history).extracting(AuditEntry::what).containsExactly("order.approve", "order.receive");
                AuditEntry first = history.get(0);
                assertThat(first.at()).isEqualTo(AT);
                assertThat(first.caller()).isEqualTo("ra-godk");
                assertThat(first.key()).isEqualTo("demo-approver-ra");
                assertThat(first.correlationId()).isEqualTo("req-1");
                assertThat(first.from() + ">" + first.to()).isEqualTo("SUBMITTED>APPROVED");
                assertThat(first.textKey()).isEqualTo("order.audit.approve");
                assertThat(desk(em, Callers.NP_ORDERER).history("Order", "B-2026-0058"))
                        .isEmpty();
                assertThat(desk(em, Callers.ADMINISTRATOR)
                                .entries(
                                        new AuditFilter(
                                                Optional.of("demo-approver-ra"),
                                                Optional.of("order"),
                                                Optional.empty(),
                                                Optional.empty(),
                                                Optional.of(Callers.RA),
                                                Optional.of(AT),
                                                Optional.of(AT.plusSeconds(1))),
                                        PageRequest.first(10))
                                .total())
                        .isEqualTo(1);
            });
        }
    }

    @Test
    void entries_are_found_by_a_part_of_a_name_and_the_beginning_of_a_number() {
        try (Database database = Database.fresh()) {
            Caller approver = new Caller(
                    "ra-godk", "Eirik Skaugdal", Callers.RA, Callers.RA_APPROVER.roles(), "nb", Optional.empty());
            database.transaction(em -> happens(em, approver, "order.approve", "APPROVED"));
            database.transaction(em -> {
                assertThat(found(em, Optional.of("skaug"), Optional.empty())).isEqualTo(1);
                assertThat(found(em, Optional.of("brattlid"), Optional.empty())).isZero();
                assertThat(found(em, Optional.empty(), Optional.of("B-2026"))).isEqualTo(1);
                assertThat(found(em, Optional.empty(), Optional.of("2026"))).isZero();
                assertThat(found(em, Optional.of("%"), Optional.empty()))
                        .as("a sign of the database is a sign like another")
                        .isZero();
                assertThat(desk(em, Callers.RA_ORDERER).history("Order", "B-2026-005"))
                        .as("the history of another number that begins alike")
                        .isEmpty();
            });
        }
    }

    private static long found(EntityManager em, Optional<String> who, Optional<String> subject) {
        return desk(em, Callers.ADMINISTRATOR)
                .entries(
                        new AuditFilter(
                                who,
                                Optional.empty(),
                                Optional.empty(),
                                subject,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        PageRequest.first(10))
                .total();
    }

    @Test
    void what_is_rolled_back_leaves_no_trace() {
        try (Database database = Database.fresh()) {
            try {
                database.transaction(em -> {
                    happens(em, Callers.ORDER_DESK, "order.receive", "RECEIVED");
                    throw new IllegalStateException("refused afterwards");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("refused afterwards");
            }
            database.transaction(em -> assertThat(desk(em, Callers.ORDER_DESK).history("Order", "B-2026-0058"))
                    .isEmpty());
        }
    }
}
