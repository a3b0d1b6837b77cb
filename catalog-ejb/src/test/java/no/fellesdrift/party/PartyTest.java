package no.fellesdrift.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.party.RepeatDesk.Answered;
import no.fellesdrift.party.RepeatDesk.Asked;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // a test injects by hand
class PartyTest {

    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-05T05:00:00Z"), ZoneId.of("Europe/Oslo"));
    static final LocalDate START = LocalDate.parse("2026-01-01");
    static Database database;

    @BeforeAll
    static void people() {
        database = Database.fresh();
        database.transaction(em -> {
            Organisations organisations = organisations(em);
            organisations.add(new Organisation(Callers.MDIR, "MDIR", "Miljødirektoratet", OrganisationRole.PROVIDER));
            organisations.add(new Organisation(Callers.RA, "RA", "Riksantikvaren", OrganisationRole.CUSTOMER));
        });
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            desk.add(draft("p-admin", Callers.MDIR, START, null, Role.ADMINISTRATOR));
            desk.add(draft("ra-best", Callers.RA, START, null, Role.ORDERER));
            desk.add(draft("ra-gone", Callers.RA, START, LocalDate.parse("2026-11-05"), Role.ORDERER));
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static PersonDraft draft(String id, OrgNumber organisation, LocalDate from, LocalDate to, Role... roles) {
        return new PersonDraft(id, id, id + "@x.example", organisation, Set.of(roles), "nb", from, to);
    }

    static Organisations organisations(EntityManager em) {
        Organisations organisations = new Organisations();
        organisations.em = em;
        return organisations;
    }

    static Persons persons(EntityManager em) {
        Persons persons = new Persons();
        persons.em = em;
        return persons;
    }

    static ApiKeys keys(EntityManager em) {
        ApiKeys keys = new ApiKeys();
        keys.em = em;
        return keys;
    }

    static PartyDesk partyDesk(EntityManager em) {
        PartyDesk desk = new PartyDesk();
        desk.organisations = organisations(em);
        desk.people = persons(em);
        desk.passwords = passwords();
        desk.caller = CurrentCaller.of(Callers.ADMINISTRATOR);
        desk.clock = NOW;
        desk.happened = new Heard<>();
        return desk;
    }

    static KeyDesk keyDesk(EntityManager em) {
        KeyDesk desk = new KeyDesk();
        desk.keys = keys(em);
        desk.people = persons(em);
        desk.organisations = organisations(em);
        desk.caller = CurrentCaller.of(Callers.ADMINISTRATOR);
        desk.clock = NOW;
        desk.happened = new Heard<>();
        return desk;
    }

    /** Without the server's mode and clock: neither demo people nor demo keys. */
    static SignIn signIn(EntityManager em, Clock clock) {
        SignIn signIn = new SignIn() {
            @Override
            public boolean isDemo() {
                return false;
            }
        };
        signIn.people = persons(em);
        signIn.keys = keys(em);
        signIn.organisations = organisations(em);
        signIn.passwords = passwords();
        signIn.clock = clock;
        return signIn;
    }

    static RepeatDesk repeatDesk(EntityManager em) {
        RepeatDesk desk = new RepeatDesk();
        desk.answers = new KeptAnswers();
        desk.answers.em = em;
        desk.caller = CurrentCaller.of(Callers.RA_ORDERER);
        desk.clock = NOW;
        return desk;
    }

    static Passwords passwords() {
        Passwords passwords = new Passwords();
        passwords.hash = new Plain();
        passwords.start();
        return passwords;
    }

    /** The server's slow hash is not here; a quick one tells the same. */
    static final class Plain implements Pbkdf2PasswordHash {
        @Override
        public void initialize(Map<String, String> parameters) {
            assertThat(parameters).containsEntry("Pbkdf2PasswordHash.Iterations", "210000");
        }

        @Override
        public String generate(char[] password) {
            return "hash of " + new String(password);
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            return hashed.equals(generate(password));
        }
    }

    static Rejection refused(Runnable action) {
        return catchThrowableOfType(Rejection.class, action::run);
    }

    @Test
    void a_key_is_told_once_and_opens_as_its_person_until_it_is_revoked() {
        KeyDesk.NewKey made = database.inTransaction(
                em -> keyDesk(em).create(new ApiKeyDraft("portal", null, "ra-best", null, Set.of("orders"), null)));
        database.transaction(em -> {
            SignIn.Bearer bearer = signIn(em, NOW).withKey(made.secret()).orElseThrow();
            assertThat(bearer.caller().id()).isEqualTo("ra-best");
            assertThat(bearer.caller().organisation()).isEqualTo(Callers.RA);
            assertThat(bearer.caller().key()).contains("portal");
            assertThat(bearer.scopes()).containsExactly("orders");
            assertThat(keys(em).byHash(made.secret())).isEmpty();
        });
        database.transaction(em -> keyDesk(em).revoke(made.key().id()));
        database.transaction(em -> {
            assertThat(signIn(em, NOW).withKey(made.secret())).isEmpty();
            assertThat(refused(() -> keyDesk(em).revoke(made.key().id())).reason())
                    .isEqualTo(PartyReason.KEY_ALREADY_REVOKED);
        });
    }

    @Test
    void a_key_ends_with_its_expiry_and_demo_keys_open_nothing_outside_the_demo() {
        Instant tomorrow = Instant.parse("2026-11-06T05:00:00Z");
        KeyDesk.NewKey made = database.inTransaction(em -> keyDesk(em)
                .create(new ApiKeyDraft(
                        "monitoring", Callers.MDIR, null, Set.of(Role.SERVICE_LEVEL_MANAGER), null, tomorrow)));
        database.transaction(em -> {
            assertThat(signIn(em, NOW)
                            .withKey(made.secret())
                            .orElseThrow()
                            .caller()
                            .roles())
                    .containsExactly(Role.SERVICE_LEVEL_MANAGER);
            assertThat(signIn(em, Clock.fixed(tomorrow, NOW.getZone())).withKey(made.secret()))
                    .isEmpty();
            assertThat(signIn(em, NOW).withKey("demo-admin")).isEmpty();
            assertThat(signIn(em, NOW).asDemoPerson("p-admin")).isEmpty();
        });
    }

    @Test
    void a_key_holds_no_role_that_its_organisation_may_not_have() {
        database.transaction(em -> {
            assertThat(refused(() -> keyDesk(em)
                                    .create(new ApiKeyDraft(
                                            "x", Callers.RA, null, Set.of(Role.CONTROLLER), null, null)))
                            .reason())
                    .isEqualTo(PartyReason.ROLE_NOT_FOR_ORGANISATION);
            assertThat(refused(() -> keyDesk(em)
                                    .create(new ApiKeyDraft("x", Callers.MDIR, null, Set.of(Role.SYSTEM), null, null)))
                            .reason())
                    .isEqualTo(PartyReason.ROLE_NOT_FOR_ORGANISATION);
        });
    }

    @Test
    void nobody_signs_in_outside_their_dates_or_with_a_wrong_password() {
        String password = database.inTransaction(em -> partyDesk(em).newPassword("ra-best"));
        database.transaction(em -> {
            assertThat(signIn(em, NOW).withPassword("ra-best", password)).isPresent();
            assertThat(signIn(em, NOW).withPassword("ra-best", "wrong")).isEmpty();
            assertThat(signIn(em, NOW).person("ra-gone")).isEmpty();
            assertThat(signIn(em, NOW).withPassword("nobody", password)).isEmpty();
        });
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_has_to_wait() {
        String password = database.inTransaction(em -> partyDesk(em).newPassword("ra-best"));
        database.transaction(em -> {
            SignIn signIn = signIn(em, NOW);
            for (int i = 0; i < 10; i++) {
                signIn.withPassword("ra-best", "wrong");
            }
            assertThat(signIn.withPassword("ra-best", password)).isEmpty();
            signIn.clock = Clock.offset(NOW, java.time.Duration.ofMinutes(6));
            assertThat(signIn.withPassword("ra-best", password)).isPresent();
        });
    }

    @Test
    void a_person_whose_access_is_closed_signs_in_no_more_and_that_is_told() {
        database.transaction(em -> partyDesk(em).add(draft("ra-leaves", Callers.RA, START, null, Role.ORDERER)));
        String password = database.inTransaction(em -> partyDesk(em).newPassword("ra-leaves"));
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            Heard<Happened> heard = new Heard<>();
            desk.happened = heard;
            PersonView closed = desk.close("ra-leaves", desk.person("ra-leaves").version());
            assertThat(closed.validTo()).isEqualTo(LocalDate.parse("2026-11-05"));
            assertThat(closed.valid()).isFalse();
            assertThat(heard.all)
                    .containsExactly(
                            new Happened("party.close", "Person", "ra-leaves", Callers.RA, null, "2026-11-05", null));
        });
        database.transaction(em -> {
            assertThat(signIn(em, NOW).withPassword("ra-leaves", password)).isEmpty();
            assertThat(signIn(em, NOW).person("ra-leaves")).isEmpty();
            PartyDesk desk = partyDesk(em);
            int version = desk.person("ra-leaves").version();
            assertThat(refused(() -> desk.close("ra-leaves", version)).reason())
                    .isEqualTo(PartyReason.PERSON_NOT_VALID);
        });
    }

    @Test
    void somebody_who_was_added_by_mistake_today_is_closed_today() {
        LocalDate today = LocalDate.parse("2026-11-05");
        database.transaction(em -> partyDesk(em).add(draft("ra-mistake", Callers.RA, today, null, Role.ORDERER)));
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            PersonView closed =
                    desk.close("ra-mistake", desk.person("ra-mistake").version());
            assertThat(closed.validFrom()).isEqualTo(today);
            assertThat(closed.validTo()).isEqualTo(today);
            assertThat(closed.valid()).isFalse();
        });
    }

    @Test
    void closing_what_somebody_else_has_changed_meanwhile_is_refused() {
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            int stale = desk.person("ra-best").version() - 1;
            assertThat(refused(() -> desk.close("ra-best", stale)).reason()).isEqualTo(PartyReason.CHANGED_MEANWHILE);
        });
    }

    @Test
    void who_knows_the_old_password_chooses_a_new_one() {
        database.transaction(em -> partyDesk(em).add(draft("ra-own", Callers.RA, START, null, Role.ORDERER)));
        database.transaction(em -> {
            PartyDesk desk = own(em);
            assertThat(refused(() -> desk.changeOwnPassword("anything at all", "a long new one"))
                            .reason())
                    .as("nobody has given one yet")
                    .isEqualTo(PartyReason.WRONG_PASSWORD);
        });
        String given = database.inTransaction(em -> partyDesk(em).newPassword("ra-own"));
        database.transaction(em -> {
            PartyDesk desk = own(em);
            assertThat(refused(() -> desk.changeOwnPassword("wrong", "a long new one"))
                            .reason())
                    .isEqualTo(PartyReason.WRONG_PASSWORD);
            assertThat(refused(() -> desk.changeOwnPassword(given, "eleven char"))
                            .reason())
                    .isEqualTo(PartyReason.PASSWORD_TOO_SHORT);
            assertThat(refused(() -> desk.changeOwnPassword(given, given)).reason())
                    .isEqualTo(PartyReason.SAME_PASSWORD);
            Heard<Happened> heard = new Heard<>();
            desk.happened = heard;
            desk.changeOwnPassword(given, "a long new one");
            assertThat(heard.all).containsExactly(Happened.to("Person", "ra-own", Callers.RA, "party.own-password"));
        });
        database.transaction(em -> {
            assertThat(signIn(em, NOW).withPassword("ra-own", given)).isEmpty();
            assertThat(signIn(em, NOW).withPassword("ra-own", "a long new one")).isPresent();
        });
    }

    private static PartyDesk own(EntityManager em) {
        PartyDesk desk = partyDesk(em);
        desk.caller = CurrentCaller.of(Callers.person("ra-own", Callers.RA, Role.ORDERER));
        return desk;
    }

    @Test
    void the_last_administrator_stays_one() {
        int version =
                database.inTransaction(em -> partyDesk(em).person("p-admin").version());
        assertThat(refused(() -> database.transaction(em -> partyDesk(em).close("p-admin", version)))
                        .reason())
                .isEqualTo(PartyReason.LAST_ADMINISTRATOR);
        PersonDraft observer = draft("p-admin", Callers.MDIR, START, null, Role.OBSERVER);
        assertThat(refused(() -> database.transaction(em -> partyDesk(em).change(version, observer)))
                        .reason())
                .isEqualTo(PartyReason.LAST_ADMINISTRATOR);
        PersonView after = database.inTransaction(em -> partyDesk(em).person("p-admin"));
        assertThat(after.valid()).isTrue();
        assertThat(after.roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void a_person_at_an_agency_gets_no_role_of_the_provider() {
        database.transaction(em -> assertThat(refused(
                                () -> partyDesk(em).add(draft("ra-x", Callers.RA, START, null, Role.ADMINISTRATOR)))
                        .reason())
                .isEqualTo(PartyReason.ROLE_NOT_FOR_ORGANISATION));
    }

    @Test
    void the_same_request_is_carried_out_once_and_answered_the_same() {
        Asked asked = new Asked("POST /api/v1/orders", "key-1", "a".repeat(64));
        Answered first = new Answered(201, "/orders/B-1", "1", "{}");
        database.transaction(em ->
                assertThat(repeatDesk(em).once(asked, () -> first).repeated()).isFalse());
        database.transaction(em -> {
            RepeatDesk.Outcome again = repeatDesk(em).once(asked, () -> {
                throw new IllegalStateException("carried out twice");
            });
            assertThat(again.answer()).isEqualTo(first);
            assertThat(again.repeated()).isTrue();
        });
        Asked other = new Asked("POST /api/v1/orders", "key-1", "b".repeat(64));
        database.transaction(em -> assertThat(
                        refused(() -> repeatDesk(em).once(other, () -> first)).reason())
                .isEqualTo(PartyReason.REPEAT_KEY_USED));
    }

    @Test
    void a_request_that_was_refused_may_be_sent_again() {
        Asked asked = new Asked("POST /api/v1/orders", "key-2", "a".repeat(64));
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> database.transaction(em -> repeatDesk(em).once(asked, () -> {
                            throw new IllegalStateException("refused");
                        }))))
                .hasMessage("refused");
        database.transaction(em -> assertThat(repeatDesk(em)
                        .once(asked, () -> new Answered(201, null, null, null))
                        .repeated())
                .isFalse());
    }

    @Test
    void two_at_once_with_the_same_key_make_one() throws Exception {
        Asked asked = new Asked("POST /api/v1/orders", "key-3", "a".repeat(64));
        CountDownLatch claimed = new CountDownLatch(1);
        CompletableFuture<Boolean> first =
                CompletableFuture.supplyAsync(() -> database.inTransaction(em -> repeatDesk(em)
                        .once(asked, () -> {
                            claimed.countDown();
                            return new Answered(201, "/orders/B-3", null, "{}");
                        })
                        .repeated()));
        claimed.await();
        RepeatDesk.Outcome second = database.inTransaction(
                em -> repeatDesk(em).once(asked, () -> new Answered(201, "/orders/B-4", null, "{}")));
        assertThat(first.join()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.answer().location()).isEqualTo("/orders/B-3");
    }

    @Test
    void an_answer_is_forgotten_after_thirty_days_and_not_before() {
        Answered answer = new Answered(201, "/orders/B-5", null, "{}");
        Asked old = new Asked("POST /api/v1/orders", "key-30-days-and-a-second", "a".repeat(64));
        Asked young = new Asked("POST /api/v1/orders", "key-30-days", "a".repeat(64));
        database.transaction(em -> {
            RepeatDesk desk = repeatDesk(em);
            desk.clock = Clock.offset(NOW, Duration.ofDays(-30).minusSeconds(1));
            desk.once(old, () -> answer);
            desk.clock = Clock.offset(NOW, Duration.ofDays(-30));
            desk.once(young, () -> answer);
        });
        database.transaction(
                em -> assertThat(repeatDesk(em).forgetOld()).as("forgotten").isEqualTo(1));
        database.transaction(em -> {
            assertThat(repeatDesk(em).once(young, () -> answer).repeated()).isTrue();
            assertThat(repeatDesk(em).once(old, () -> answer).repeated()).isFalse();
        });
    }

    @Test
    void what_a_person_did_is_told_to_the_audit_trail() {
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            Heard<Happened> heard = new Heard<>();
            desk.happened = heard;
            desk.add(draft("ra-new", Callers.RA, START, null, Role.APPROVER));
            assertThat(heard.all)
                    .containsExactly(
                            new Happened("party.add", "Person", "ra-new", Callers.RA, null, "APPROVER", "ra-new"));
        });
    }

    @Test
    void people_are_found_by_word_organisation_and_role() {
        database.transaction(em -> {
            PartyDesk desk = partyDesk(em);
            var request = no.fellesdrift.kernel.PageRequest.first(10);
            assertThat(desk.people(new PersonFilter(Optional.of("BEST"), Optional.empty(), Optional.empty()), request)
                            .items())
                    .extracting(PersonView::id)
                    .containsExactly("ra-best");
            assertThat(desk.people(
                                    new PersonFilter(
                                            Optional.empty(),
                                            Optional.of(Callers.MDIR),
                                            Optional.of(Role.ADMINISTRATOR)),
                                    request)
                            .total())
                    .isEqualTo(1);
        });
    }
}
