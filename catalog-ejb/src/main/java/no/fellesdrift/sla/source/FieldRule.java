package no.fellesdrift.sla.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a field stands in a source's messages and what its values mean here.
 *
 * @param pointer JSON pointers (RFC 6901) with a space between; null or blank for none
 * @param meanings {@code value=meaning}, one a line; null or blank when values mean themselves
 * @param otherwise where there is no value, or none with a meaning; null or blank for none
 */
public record FieldRule(SourceField field, String pointer, String meanings, String otherwise) {

    public FieldRule {
        pointer = blank(pointer);
        meanings = blank(meanings);
        otherwise = blank(otherwise);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    List<String> pointers() {
        return pointer == null ? List.of() : List.of(pointer.split("\\s+", -1));
    }

    Map<String, String> meaningOf() {
        Map<String, String> known = new LinkedHashMap<>();
        if (meanings != null) {
            meanings.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                int sign = line.lastIndexOf('=');
                known.put(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            });
        }
        return known;
    }

    /** Whether every line of the meanings has its sign and every pointer begins with a slash. */
    boolean isReadable() {
        return pointers().stream().allMatch(one -> one.startsWith("/"))
                && (meanings == null
                        || meanings.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .allMatch(line -> line.lastIndexOf('=') > 0));
    }

    /** How messages of the kind look when nobody has said otherwise. */
    static List<FieldRule> preset(SourceKind kind) {
        return switch (kind) {
            case API -> List.of();
            case ALERTMANAGER ->
                List.of(
                        new FieldRule(SourceField.ITEMS, "/alerts", null, null),
                        new FieldRule(SourceField.KEY, "/fingerprint", null, null),
                        new FieldRule(SourceField.STATE, "/status", "firing=FIRING\nresolved=RESOLVED", null),
                        new FieldRule(SourceField.STARTED, "/startsAt", null, null),
                        new FieldRule(SourceField.ENDED, "/endsAt", null, null),
                        new FieldRule(SourceField.SERVICE, "/labels/service", null, null),
                        new FieldRule(SourceField.OFFERING, "/labels/offering", null, null),
                        new FieldRule(SourceField.AGENCY, "/labels/agency", null, null),
                        new FieldRule(
                                SourceField.IMPACT, "/labels/severity", "critical=FULL\nwarning=DEGRADED", "FULL"),
                        new FieldRule(SourceField.CAUSE, "/labels/cause", null, "PROVIDER"),
                        new FieldRule(SourceField.TEXT, "/annotations/summary", null, null));
            case ZABBIX ->
                List.of(
                        new FieldRule(SourceField.ITEMS, null, null, null),
                        new FieldRule(SourceField.KEY, "/eventid", null, null),
                        new FieldRule(SourceField.STATE, "/value", "1=FIRING\n0=RESOLVED", null),
                        new FieldRule(SourceField.STARTED, "/clock", null, null),
                        new FieldRule(SourceField.ENDED, "/r_clock", null, null),
                        new FieldRule(SourceField.SERVICE, "/tags/service", null, null),
                        new FieldRule(SourceField.OFFERING, "/tags/offering", null, null),
                        new FieldRule(SourceField.AGENCY, "/tags/agency", null, null),
                        new FieldRule(
                                SourceField.IMPACT,
                                "/severity",
                                "0=DEGRADED\n1=DEGRADED\n2=DEGRADED\n3=DEGRADED\n4=FULL\n5=FULL",
                                "FULL"),
                        new FieldRule(SourceField.CAUSE, "/tags/cause", null, "PROVIDER"),
                        new FieldRule(SourceField.TEXT, "/name", null, null));
            case ICINGA ->
                List.of(
                        new FieldRule(SourceField.ITEMS, null, null, null),
                        new FieldRule(SourceField.KEY, "/host /service", null, null),
                        new FieldRule(
                                SourceField.STATE,
                                "/state",
                                "0=RESOLVED\nOK=RESOLVED\nUP=RESOLVED\n1=FIRING\n2=FIRING\n3=FIRING\nWARNING=FIRING\n"
                                        + "CRITICAL=FIRING\nDOWN=FIRING\nUNKNOWN=IGNORE",
                                null),
                        new FieldRule(SourceField.STARTED, "/timestamp", null, null),
                        new FieldRule(SourceField.ENDED, "/timestamp", null, null),
                        new FieldRule(SourceField.SERVICE, "/vars/fellesdrift_service", null, null),
                        new FieldRule(SourceField.OFFERING, null, null, null),
                        new FieldRule(SourceField.AGENCY, null, null, null),
                        new FieldRule(SourceField.IMPACT, "/state", "1=DEGRADED\nWARNING=DEGRADED", "FULL"),
                        new FieldRule(SourceField.CAUSE, null, null, "PROVIDER"),
                        new FieldRule(SourceField.TEXT, "/check_result/output", null, null));
            case PROMETHEUS ->
                List.of(
                        new FieldRule(SourceField.SERVICE, "/service", null, null),
                        new FieldRule(SourceField.OFFERING, "/offering", null, null),
                        new FieldRule(SourceField.AGENCY, "/agency", null, null),
                        new FieldRule(SourceField.IMPACT, null, null, "FULL"),
                        new FieldRule(SourceField.CAUSE, null, null, "PROVIDER"),
                        new FieldRule(SourceField.TEXT, null, null, null));
        };
    }
}
