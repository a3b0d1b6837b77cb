package no.fellesdrift.web.journey;

/** Where the journeys go: {@code -Dfellesdrift.url=…} when somebody has started a system for them. */
final class Site {

    private Site() {}

    static String base() {
        return System.getProperty("fellesdrift.url", "http://127.0.0.1:8080");
    }
}
