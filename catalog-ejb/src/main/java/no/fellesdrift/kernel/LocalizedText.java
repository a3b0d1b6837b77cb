package no.fellesdrift.kernel;

/** One text in bokmål, nynorsk and English. All three are required. */
public record LocalizedText(String nb, String nn, String en) {

    /** @throws IllegalArgumentException when a language is missing */
    public LocalizedText {
        if (isBlank(nb) || isBlank(nn) || isBlank(en)) {
            throw new IllegalArgumentException("A text has all three languages: " + nb + " / " + nn + " / " + en);
        }
    }

    /** @param language {@code nb}, {@code nn} or {@code en}; anything else reads bokmål */
    public String in(String language) {
        return switch (language == null ? "nb" : language) {
            case "nn" -> nn;
            case "en" -> en;
            default -> nb;
        };
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
