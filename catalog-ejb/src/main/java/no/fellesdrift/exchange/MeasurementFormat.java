package no.fellesdrift.exchange;

import java.util.Locale;
import no.fellesdrift.kernel.Rejection;

/** How measurements are written when they are handed in. */
public enum MeasurementFormat {
    CSV,
    /** An array of objects, or one object. */
    JSON,
    /** One object a line. */
    NDJSON;

    /** @throws Rejection WRONG_FORMAT, when it is none of them */
    public static MeasurementFormat ofMediaType(String mediaType) {
        String type =
                mediaType == null ? "" : mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/csv", "application/csv" -> CSV;
            case "application/json" -> JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines" -> NDJSON;
            default -> throw new Rejection(ExchangeReason.WRONG_FORMAT, type);
        };
    }

    /** By the ending of a file's name. @throws Rejection WRONG_FORMAT, when it is none of them */
    public static MeasurementFormat ofFileName(String name) {
        String ending =
                name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "csv", "txt" -> CSV;
            case "json" -> JSON;
            case "ndjson", "jsonl" -> NDJSON;
            default -> throw new Rejection(ExchangeReason.WRONG_FORMAT, ending);
        };
    }
}
