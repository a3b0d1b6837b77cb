package no.fellesdrift.web.journey;

import no.fellesdrift.web.testing.RunningSystem;

/** Where the journeys go: the system of this test run, or {@code -Dfellesdrift.url=…} when somebody has started one. */
final class Site {

    private Site() {}

    /** Without a slash at its end. */
    static String base() {
        String given = System.getProperty("fellesdrift.url");
        String base = given == null ? RunningSystem.get().baseUri().toString() : given;
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
