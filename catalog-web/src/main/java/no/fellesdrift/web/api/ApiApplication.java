package no.fellesdrift.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything machines call. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    /**
     * Jersey finds Jackson, Yasson and MOXy on the server's class path and would let them write records before {@link
     * JsonBody} is asked. Each steps back when another feature is named for JSON.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.jsonFeature", "Fellesdrift",
                "jersey.config.disableJsonBinding", true,
                "jersey.config.disableMoxyJson", true);
    }
}
