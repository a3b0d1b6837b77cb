package no.fellesdrift.web.api;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.TextBundles;

/** Which of the three languages an answer is in, and its sentences. */
public final class Languages {

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

    static String sentence(String language, String key, List<String> arguments) {
        return TextBundles.text(language, key, arguments.toArray());
    }
}
