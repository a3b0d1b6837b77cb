package no.fellesdrift.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The id by which log, error page and audit trail know this request; absent for timers and start-up. */
@RequestScoped
public class CurrentRequest {

    private String correlationId;

    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }

    public void set(String id) {
        correlationId = id;
    }
}
