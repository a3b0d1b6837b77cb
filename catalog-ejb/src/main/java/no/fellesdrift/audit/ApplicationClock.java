package no.fellesdrift.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The application's only clock. In demo mode it may start at an instant of choice, and runs from there; otherwise it
 * shows real time. Its zone is that of the provider, so that a local date taken from it is the date on the wall there.
 */
@ApplicationScoped
public class ApplicationClock {

    private Clock clock;

    /** For the container's proxy. */
    protected ApplicationClock() {}

    @Inject
    public ApplicationClock(
            @ConfigProperty(name = "fellesdrift.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "fellesdrift.now") Optional<Instant> start,
            @ConfigProperty(name = "fellesdrift.zone", defaultValue = "Europe/Oslo") String zone) {
        this(demo, start, Clock.system(ZoneId.of(zone)));
    }

    ApplicationClock(boolean demo, Optional<Instant> start, Clock real) {
        if (start.isPresent() && !demo) {
            throw new IllegalStateException("fellesdrift.now moves the clock and is for demo mode only; "
                    + "remove it or set fellesdrift.demo=true");
        }
        clock = start.map(at -> Clock.offset(real, Duration.between(real.instant(), at)))
                .orElse(real);
    }

    @Produces
    public Clock clock() {
        return clock;
    }
}
