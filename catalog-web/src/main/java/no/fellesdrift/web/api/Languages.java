package no.fellesdrift.web.api;

import jakarta.enterprise.inject.spi.CDI;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;

/** Which of the three languages an answer is in, and its sentences. */
public final class Languages {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Languages() {}

    /** The first language of ours that is wanted; Norwegian without more reads bokmål. Empty when none is. */
    public static Optional<String> wanted(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> switch (range.getRange().split("-", 2)[0]) {
                        case "nb", "no" -> "nb";
                        case "nn" -> "nn";
                        case "en" -> "en";
                        default -> "";
                    })
                    .filter(language -> !language.isEmpty())
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The header's language, or else the caller's own. */
    public static String of(String acceptLanguage) {
        return wanted(acceptLanguage).orElseGet(Languages::ofCaller);
    }

    private static String ofCaller() {
        try {
            return CDI.current().select(CurrentCaller.class).get().get().language();
        } catch (RuntimeException outsideRequest) {
            return Caller.SYSTEM.language();
        }
    }

    /** The sentence of a key, whose first part names the room's bundle; the key itself when there is none. */
    public static String sentence(String language, String key, List<String> arguments) {
        try {
            String room = key.substring(0, Math.max(0, key.indexOf('.')));
            Locale locale = Locale.forLanguageTag(language);
            String pattern = ResourceBundle.getBundle(
                            "texts." + room, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK)
                    .getString(key);
            return new MessageFormat(pattern, locale).format(arguments.toArray());
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
