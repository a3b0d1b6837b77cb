package no.fellesdrift.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored comes back the same to the second and to the day, whatever zone the server keeps. */
class TimeZoneRoundTripTest {

    private static final TimeZone OWN = TimeZone.getDefault();

    /** Both sides of, and inside, the hours that vanish in March and come twice in autumn, in Oslo and New York. */
    private static final List<Instant> INSTANTS = List.of(
            Instant.parse("2026-03-29T00:59:59Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-03-29T02:30:00Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("2026-03-08T07:00:00Z"),
            Instant.parse("2026-03-08T07:30:00Z"),
            Instant.parse("2026-11-01T05:30:00Z"),
            Instant.parse("2026-11-01T06:30:00Z"));

    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2026, 3, 29), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 3, 8), LocalDate.of(2026, 11, 1));

    @AfterEach
    void give_the_zone_back() {
        TimeZone.setDefault(OWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Oslo", "America/New_York"})
    void instants_and_dates_survive_both_clock_changes(String writer) {
        try (Database database = Database.fresh()) {
            TimeZone.setDefault(TimeZone.getTimeZone(writer));
            OrgNumber ra = Callers.RA;
            database.transaction(em -> {
                Organisation organisation = new Organisation(ra, "RA", "Riksantikvaren", OrganisationRole.CUSTOMER);
                em.persist(organisation);
                em.flush();
                for (int i = 0; i < DATES.size(); i++) {
                    Person person = new Person("p" + i);
                    person.change(
                            new PersonDraft(
                                    "p" + i,
                                    "Navn",
                                    "p@ra.example",
                                    ra,
                                    Set.of(Role.ORDERER),
                                    "nb",
                                    DATES.get(i),
                                    DATES.get(i).plusDays(1)),
                            organisation);
                    em.persist(person);
                }
                em.flush();
                for (int i = 0; i < INSTANTS.size(); i++) {
                    ApiKeyDraft draft = new ApiKeyDraft("k" + i, ra, null, Set.of(Role.ORDERER), null, null);
                    em.persist(new ApiKey(draft, ra, "hash" + i, "p0", INSTANTS.get(i)));
                }
            });
            for (String reader : List.of("UTC", "Europe/Oslo", "America/New_York")) {
                TimeZone.setDefault(TimeZone.getTimeZone(reader));
                database.transaction(em -> {
                    assertThat(em.createQuery("select k.createdAt from ApiKey k order by k.keyHash", Instant.class)
                                    .getResultList())
                            .as("written in %s, read in %s", writer, reader)
                            .containsExactlyElementsOf(INSTANTS);
                    assertThat(em.createQuery("select p.validFrom from Person p order by p.personId", LocalDate.class)
                                    .getResultList())
                            .as("written in %s, read in %s", writer, reader)
                            .containsExactlyElementsOf(DATES);
                });
            }
        }
    }
}
