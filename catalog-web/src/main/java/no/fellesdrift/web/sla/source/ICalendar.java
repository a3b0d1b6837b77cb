package no.fellesdrift.web.sla.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * iCalendar (RFC 5545) as far as a list of windows needs it: events in UTC, so that no zone has to be described, lines
 * folded at 75 octets without cutting a character, texts escaped.
 */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 75;

    /**
     * One event.
     *
     * @param id the same for every version of it
     * @param sequence grows with every version
     * @param changed when this version was made
     * @param status TENTATIVE, CONFIRMED or CANCELLED
     */
    record Entry(
            String id,
            int sequence,
            Instant changed,
            Instant from,
            Instant to,
            String status,
            String summary,
            String description,
            String url) {}

    private ICalendar() {}

    static String of(String name, List<Entry> entries) {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Fellesdrift//Maintenance//NB");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        for (Entry entry : entries) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + escaped(entry.id()));
            line(text, "SEQUENCE:" + entry.sequence());
            line(text, "DTSTAMP:" + UTC.format(entry.changed()));
            line(text, "DTSTART:" + UTC.format(entry.from()));
            line(text, "DTEND:" + UTC.format(entry.to()));
            line(text, "STATUS:" + entry.status());
            line(text, "TRANSP:TRANSPARENT");
            line(text, "SUMMARY:" + escaped(entry.summary()));
            line(text, "DESCRIPTION:" + escaped(entry.description()));
            line(text, "URL:" + entry.url());
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            String character = new String(Character.toChars(line.codePointAt(i)));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
            i += character.length();
        }
        text.append("\r\n");
    }
}
