package no.fellesdrift.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything machines call. Resources and providers are found by their annotations. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
