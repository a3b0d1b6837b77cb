package no.fellesdrift.sla;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a fact is from that does not say so itself: from the API key that tells it, or from an import or upload. What
 * came one way and comes again the other is the same fact, as long as nobody named a source: a key takes up what was
 * imported, and an upload what a single key told. Two keys never take up each other's, for both may count from one.
 */
public final class UnnamedSource {

    /** The source of what was imported or uploaded without one. */
    public static final String IMPORT = "import";

    private final Optional<String> bound;
    private final Optional<String> key;
    private final Map<String, Set<String>> known;

    /**
     * @param key the name of the caller's API key
     * @param known by a fact's key, the unnamed sources that have told it: imports and names of API keys
     */
    public UnnamedSource(Optional<String> key, Map<String, Set<String>> known) {
        this(Optional.empty(), key, known);
    }

    private UnnamedSource(Optional<String> bound, Optional<String> key, Map<String, Set<String>> known) {
        this.bound = bound;
        this.key = key;
        this.known = known;
    }

    /** What is told with a source's own key is from that source, whatever it says. */
    public static UnnamedSource always(String source) {
        return new UnnamedSource(Optional.of(source), Optional.empty(), Map.of());
    }

    /** @param source as it was told; null or blank when it was not */
    public String of(String source, String fact) {
        if (bound.isPresent()) {
            return bound.get();
        }
        if (source != null && !source.isBlank()) {
            return source;
        }
        Set<String> told = fact == null ? Set.of() : known.getOrDefault(fact, Set.of());
        String own = key.orElse(IMPORT);
        if (told.contains(own)) {
            return own;
        } else if (told.contains(IMPORT)) {
            return IMPORT;
        }
        return key.isEmpty() && told.size() == 1 ? List.copyOf(told).get(0) : own;
    }
}
