package no.fellesdrift.sla.definition;

/** The choices that a level makes, and what they may be. */
final class LevelChoices {

    private LevelChoices() {}

    /** Months per result. */
    static int months(String period) {
        return switch (period) {
            case "QUARTER" -> 3;
            case "HALF_YEAR" -> 6;
            case "YEAR" -> 12;
            default -> 1;
        };
    }
}
