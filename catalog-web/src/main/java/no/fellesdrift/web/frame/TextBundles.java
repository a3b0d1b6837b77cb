package no.fellesdrift.web.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;

/**
 * All sentences of the product, by language and key. The first part of a key names the bundle: {@code order.title}
 * stands in {@code texts/order_nb.properties}.
 */
public final class TextBundles {

    public static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Logger LOG = Logger.getLogger(TextBundles.class.getName());
    private static final Map<String, Map<String, String>> LOADED = new ConcurrentHashMap<>();

    private TextBundles() {}

    /** The sentence, with its placeholders filled; {@code ???key???} when there is none, and a line in the log. */
    public static String text(String language, String key, Object... arguments) {
        Optional<String> found = find(language, key);
        if (found.isEmpty()) {
            LOG.log(Level.SEVERE, "No text {0} in {1}", new Object[] {key, language});
            return "???" + key + "???";
        }
        return arguments.length == 0 && found.get().indexOf('{') < 0
                ? plain(found.get())
                : filled(language, found.get(), arguments);
    }

    /** The sentence that explains a refusal. */
    public static String text(String language, Rejection rejection) {
        Object[] arguments = rejection.arguments().stream()
                .map(argument -> said(language, argument))
                .toArray();
        return text(language, rejection.reason().key(), arguments);
    }

    /** A refusal carries codes; its reader meets roles by their name and dates as they are written. */
    private static String said(String language, String argument) {
        if (ROLES.contains(argument)) {
            return text(language, "frame.role." + argument);
        }
        try {
            return DATE.matcher(argument).matches() ? Written.date(language, LocalDate.parse(argument)) : argument;
        } catch (DateTimeParseException somethingElse) {
            return argument;
        }
    }

    /** Where a field or row is wrong, and why. */
    public static String text(String language, Rejection.Violation violation) {
        return text(language, violation.key(), violation.arguments().toArray());
    }

    /** Whether there is such a sentence. */
    public static boolean has(String language, String key) {
        return find(language, key).isPresent();
    }

    static Optional<String> find(String language, String key) {
        int dot = key.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(bundle(key.substring(0, dot), language).get(key));
    }

    public static Locale locale(String language) {
        return switch (language) {
            case "nn" -> Locale.forLanguageTag("nn-NO");
            case "en" -> Locale.UK;
            default -> Locale.forLanguageTag("nb-NO");
        };
    }

    private static Map<String, String> bundle(String room, String language) {
        return LOADED.computeIfAbsent(room + "_" + language, name -> load(name));
    }

    private static Map<String, String> load(String name) {
        try (InputStream in = TextBundles.class.getResourceAsStream("/texts/" + name + ".properties")) {
            if (in == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An apostrophe is an apostrophe: nobody writing a sentence should have to know MessageFormat's quoting. */
    private static String filled(String language, String pattern, Object... arguments) {
        return new MessageFormat(plain(pattern).replace("'", "''"), locale(language)).format(arguments);
    }

    private static String plain(String pattern) {
        return pattern.replace("''", "'");
    }
}
