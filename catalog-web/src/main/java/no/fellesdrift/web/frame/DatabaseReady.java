package no.fellesdrift.web.frame;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready} says yes only while the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final int SECONDS = 2;

    @Resource(lookup = "java:global/jdbc/catalog")
    DataSource source;

    @Override
    public HealthCheckResponse call() {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS)
                    ? HealthCheckResponse.up("database")
                    : HealthCheckResponse.down("database");
        } catch (SQLException e) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
