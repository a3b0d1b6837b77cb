package no.fellesdrift.web.sla.definition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 8 t}, {@code 1 d 30 min}, {@code 2 h}; a bare number is seconds. */
final class Durations {

    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,5})(?:d|døgn|dager|dagar|days?))?"
            + "(?:(\\d{1,6})(?:t|h|timar|timer?|hours?))?"
            + "(?:(\\d{1,7})(?:m|min|minutter|minutt|minutes?))?"
            + "(?:(\\d{1,9})(?:s|sek|sekunder|sekund|seconds?)?)?");
    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    private Durations() {}

    /** Whole seconds; empty when it cannot be read, or is no time at all. */
    static Optional<Long> seconds(String text) {
        Matcher matcher = PARTS.matcher(text.replaceAll("[\\s\u00a0]", "").toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long seconds = 0;
        for (int i = 0; i < SECONDS.length; i++) {
            if (matcher.group(i + 1) != null) {
                seconds += Long.parseLong(matcher.group(i + 1)) * SECONDS[i];
            }
        }
        return seconds == 0 ? Optional.empty() : Optional.of(seconds);
    }
}
