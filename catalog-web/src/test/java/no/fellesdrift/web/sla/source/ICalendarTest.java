package no.fellesdrift.web.sla.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar by RFC 5545, and the local times people type. */
class ICalendarTest {

    private static ICalendar.Entry entry(String text) {
        return new ICalendar.Entry(
                "V-0013@fellesdrift",
                2,
                Instant.parse("2026-11-05T05:00:00Z"),
                Instant.parse("2026-11-20T01:00:00Z"),
                Instant.parse("2026-11-20T04:00:00Z"),
                "CONFIRMED",
                "Vedlikehold: E-post",
                text,
                "https://fellesdrift.example/levels/window.xhtml?key=V-0013");
    }

    @Test
    void a_window_is_an_event_in_utc_with_its_texts_escaped() {
        assertThat(ICalendar.of("Vedlikehold", List.of(entry("Nye servere; klokken 2, ca.\nNede"))))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Fellesdrift//Maintenance//NB",
                        "CALSCALE:GREGORIAN",
                        "METHOD:PUBLISH",
                        "X-WR-CALNAME:Vedlikehold",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                        "BEGIN:VEVENT",
                        "UID:V-0013@fellesdrift",
                        "SEQUENCE:2",
                        "DTSTAMP:20261105T050000Z",
                        "DTSTART:20261120T010000Z",
                        "DTEND:20261120T040000Z",
                        "STATUS:CONFIRMED",
                        "TRANSP:TRANSPARENT",
                        "SUMMARY:Vedlikehold: E-post",
                        "DESCRIPTION:Nye servere\\; klokken 2\\, ca.\\nNede",
                        "URL:https://fellesdrift.example/levels/window.xhtml?key=V-0013",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        String long_ = "Æøå og 🙂 ".repeat(40);
        String calendar = ICalendar.of("Vedlikehold", List.of(entry(long_)));
        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("DESCRIPTION:" + long_);
    }

    @Test
    void a_time_the_clocks_skip_moves_forward_and_one_that_comes_twice_is_the_first() {
        LocalTime half = LocalTime.of(2, 30);
        assertThat(LocalMoment.instant(LocalDate.of(2027, 3, 28), half)).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(LocalMoment.oddity(LocalDate.of(2027, 3, 28), half)).isEqualTo("SKIPPED");
        assertThat(LocalMoment.instant(LocalDate.of(2026, 10, 25), half)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(LocalMoment.oddity(LocalDate.of(2026, 10, 25), half)).isEqualTo("TWICE");
        assertThat(LocalMoment.oddity(LocalDate.of(2026, 11, 25), half)).isEmpty();
    }
}
