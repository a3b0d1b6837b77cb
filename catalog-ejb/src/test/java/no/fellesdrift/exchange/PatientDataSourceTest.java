package no.fellesdrift.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import no.fellesdrift.testing.Database;
import org.junit.jupiter.api.Test;

class PatientDataSourceTest {

    private PatientDataSource source;

    @Test
    void waits_for_a_database_that_does_not_answer_yet() throws Exception {
        Database database = Database.empty();
        source = new PatientDataSource(() -> {
            nowAt(database.url());
            return Duration.ofSeconds(30);
        });
        source.setUrl(nobodyListens());
        source.setUser("root");
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void gives_up_when_its_patience_has_come_to_an_end() throws Exception {
        source = new PatientDataSource(() -> Duration.ZERO);
        source.setUrl(nobodyListens());
        assertThatThrownBy(() -> source.getConnection()).isInstanceOf(SQLNonTransientConnectionException.class);
    }

    @Test
    void takes_no_for_an_answer_when_the_database_gives_it() throws Exception {
        source = new PatientDataSource(() -> {
            throw new AssertionError("no reason to wait");
        });
        source.setUrl(Database.empty().url().replaceFirst("/[^/?]+(\\?|$)", "/nowhere$1"));
        source.setUser("root");
        assertThatThrownBy(() -> source.getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void waits_for_no_database_that_has_answered_once() throws Exception {
        source = new PatientDataSource(() -> Duration.ofDays(1));
        source.setUrl(Database.empty().url());
        source.setUser("root");
        source.getConnection().close();
        source.setUrl(nobodyListens());
        assertThatThrownBy(() -> source.getConnection()).isInstanceOf(SQLNonTransientConnectionException.class);
    }

    private void nowAt(String url) {
        try {
            source.setUrl(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String nobodyListens() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "jdbc:mariadb://127.0.0.1:" + free.getLocalPort() + "/fellesdrift";
        }
    }
}
