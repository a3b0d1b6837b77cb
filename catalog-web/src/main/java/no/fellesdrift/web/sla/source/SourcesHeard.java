package no.fellesdrift.web.sla.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.fellesdrift.job.SourceWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready} names the silent sources. It stays up: the product works, its monitoring does not. */
@Readiness
@ApplicationScoped
public class SourcesHeard implements HealthCheck {

    @Inject
    SourceWatch watch;

    @Override
    public HealthCheckResponse call() {
        List<String> silent = watch.silent();
        return HealthCheckResponse.named("monitoring-sources")
                .up()
                .withData("silent", silent.size())
                .withData("codes", String.join(" ", silent))
                .build();
    }
}
