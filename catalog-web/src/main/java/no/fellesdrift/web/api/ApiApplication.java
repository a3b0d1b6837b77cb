package no.fellesdrift.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything machines call. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    /** Jersey's own JSON providers would otherwise write records their way, and be asked before {@link JsonBody}. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.disableJsonBinding", true, "jersey.config.disableMoxyJson", true);
    }
}
