package no.fellesdrift.web.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.job.Housekeeping;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a container can show: what it injects, what start-up has done, and that its gate is shut. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT {

    @Inject
    Clock clock;

    @Inject
    ChargeDesk charges;

    @Inject
    Housekeeping housekeeping;

    @Inject
    Timers timers;

    @Resource(lookup = "java:global/jdbc/catalog")
    DataSource source;

    @Deployment
    static WebArchive catalog() {
        return Deployments.catalog().addClass(Timers.class);
    }

    /** Asks the container what it will do by itself; only a bean of the module may ask. */
    @Singleton
    public static class Timers {

        @Resource
        TimerService service;

        /** {@code hour:minute} of all timers that there are, in order; {@code *} is every hour. */
        public List<String> times() {
            return service.getAllTimers().stream()
                    .map(Timer::getSchedule)
                    .map(schedule -> schedule.getHour() + ":" + schedule.getMinute())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void no_desk_opens_for_one_who_has_not_signed_in() {
        assertThrows(EJBAccessException.class, () -> charges.compute(YearMonth.of(2026, 10)));
    }

    @Test
    void without_demo_mode_the_clock_shows_real_time() {
        Instant real = Clock.systemUTC().instant();
        assertTrue(Duration.between(real, clock.instant()).abs().compareTo(Duration.ofSeconds(5)) < 0);
        assertEquals("Europe/Oslo", clock.getZone().getId());
    }

    @Test
    void start_up_has_made_the_schema_and_put_no_demo_data_in_it() throws SQLException {
        assertEquals(1, number("SELECT COUNT(*) FROM flyway_schema_history WHERE version = '001'"));
        assertEquals(0, number("SELECT COUNT(*) FROM flyway_schema_history WHERE NOT success"));
        assertEquals(0, number("SELECT COUNT(*) FROM service"));
    }

    @Test
    void answers_kept_for_repeated_requests_are_thrown_away_at_night() throws SQLException {
        assertEquals(List.of("*:*", "*:*", "*:*", "*:*", "*:3/15", "*:35", "*:5", "3:20", "4:40"), timers.times());
        long tooOld = Instant.now().minus(Duration.ofDays(31)).toEpochMilli();
        long young = Instant.now().minus(Duration.ofDays(29)).toEpochMilli();
        keepAnswer("too-old", tooOld);
        keepAnswer("young", young);

        housekeeping.nightly();

        assertEquals(0, number("SELECT COUNT(*) FROM idempotent_answer WHERE idempotency_key = 'too-old'"));
        assertEquals(1, number("SELECT COUNT(*) FROM idempotent_answer WHERE idempotency_key = 'young'"));
    }

    private void keepAnswer(String key, long createdAt) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotent_answer (caller, path, idempotency_key, fingerprint, created_at)
                        VALUES ('k-ra', 'POST /api/v1/orders', ?, ?, ?)
                        """)) {
            insert.setString(1, key);
            insert.setString(2, "a".repeat(64));
            insert.setLong(3, createdAt);
            insert.executeUpdate();
        }
    }

    private int number(String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
