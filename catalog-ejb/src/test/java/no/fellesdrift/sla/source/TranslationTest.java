package no.fellesdrift.sla.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.fellesdrift.sla.RejectedRow;
import org.junit.jupiter.api.Test;

/** Messages as the monitoring systems send them, read by the fields as they are set up from the beginning. */
class TranslationTest {

    static final String ALERTS = """
            {"version": "4", "groupKey": "{}:{alertname=\\"Down\\"}", "truncatedAlerts": 0, "status": "firing",
             "receiver": "fellesdrift", "groupLabels": {"alertname": "Down"}, "commonLabels": {}, "commonAnnotations": {},
             "externalURL": "http://alertmanager:9093",
             "alerts": [
               {"status": "firing", "labels": {"alertname": "Down", "service": "NET-LAN", "severity": "critical"},
                "annotations": {"summary": "Svitsj 4 svarer ikke"}, "startsAt": "2026-11-05T03:12:07.512Z",
                "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "", "fingerprint": "a3f1"},
               {"status": "resolved", "labels": {"alertname": "Slow", "service": "COL-MAIL", "severity": "warning",
                 "agency": "974760819", "cause": "UPSTREAM"}, "annotations": {}, "startsAt": "2026-11-05T02:00:00Z",
                "endsAt": "2026-11-05T02:30:00.001Z", "generatorURL": "", "fingerprint": "b7c2"}]}
            """;

    private static List<Event> read(SourceKind kind, String message, String... watched) {
        return Translation.of(message, FieldRule.preset(kind), Set.of(watched));
    }

    @Test
    void an_alertmanager_group_is_as_many_events_as_it_has_alerts() {
        assertThat(read(SourceKind.ALERTMANAGER, ALERTS))
                .containsExactly(
                        new Event(
                                1,
                                "a3f1",
                                "FIRING",
                                Instant.parse("2026-11-05T03:12:07Z"),
                                null,
                                "NET-LAN",
                                null,
                                null,
                                "FULL",
                                "PROVIDER",
                                "Svitsj 4 svarer ikke",
                                List.of()),
                        new Event(
                                2,
                                "b7c2",
                                "RESOLVED",
                                Instant.parse("2026-11-05T02:00:00Z"),
                                Instant.parse("2026-11-05T02:30:01Z"),
                                "COL-MAIL",
                                null,
                                "974760819",
                                "DEGRADED",
                                "UPSTREAM",
                                null,
                                List.of()));
    }

    @Test
    void a_zabbix_problem_and_its_recovery_have_the_same_key() {
        Event problem = read(SourceKind.ZABBIX, """
                        {"eventid": "4711", "value": "1", "clock": "1793847127", "severity": "4",
                         "name": "Nettet er nede", "tags": {"service": "NET-LAN"}}""").get(0);
        Event recovery = read(SourceKind.ZABBIX, """
                        {"eventid": "4711", "value": "0", "clock": "1793847127", "r_clock": 1793850000,
                         "name": "Nettet er nede", "tags": {"service": "NET-LAN"}}""").get(0);
        assertThat(problem.state()).isEqualTo("FIRING");
        assertThat(problem.started()).isEqualTo(Instant.ofEpochSecond(1_793_847_127L));
        assertThat(recovery.state()).isEqualTo("RESOLVED");
        assertThat(recovery.ended()).isEqualTo(Instant.ofEpochSecond(1_793_850_000L));
        assertThat(recovery.key()).isEqualTo(problem.key()).isEqualTo("4711");
    }

    @Test
    void an_icinga_state_change_is_of_its_host_and_service_and_an_unknown_state_says_nothing() {
        Event critical = read(SourceKind.ICINGA, """
                        {"type": "StateChange", "timestamp": 1793847127.73, "host": "epost1", "service": "smtp",
                         "state": 2, "state_type": 1, "check_result": {"output": "CRITICAL - ingen kontakt"}}""", "COL-MAIL").get(0);
        assertThat(critical.key()).isEqualTo("epost1!smtp");
        assertThat(critical.service()).isEqualTo("COL-MAIL");
        assertThat(critical.started()).isEqualTo(Instant.ofEpochSecond(1_793_847_127L));
        assertThat(critical.text()).isEqualTo("CRITICAL - ingen kontakt");
        Event unknown = read(SourceKind.ICINGA, """
                        {"host": "epost1", "service": "smtp", "state": "UNKNOWN"}""", "COL-MAIL").get(0);
        assertThat(unknown.state()).isEqualTo("IGNORE");
        assertThat(unknown.usable()).isTrue();
    }

    @Test
    void what_cannot_be_used_says_why_field_by_field() {
        Event event = read(SourceKind.ALERTMANAGER, """
                        {"alerts": [{"status": "suppressed", "labels": {"severity": "odd"}, "startsAt": "i går"}]}""").get(0);
        assertThat(event.problems())
                .containsExactly(
                        RejectedRow.of(1, "STATE", "sla.source.row.NO_MEANING", "suppressed"),
                        RejectedRow.of(1, "KEY", "sla.source.row.MISSING", "/fingerprint"),
                        RejectedRow.of(1, "STARTED", "sla.source.row.NO_TIME", "i går"),
                        RejectedRow.of(1, "SERVICE", "sla.source.row.MISSING", "/labels/service"));
    }

    @Test
    void a_source_tells_of_what_it_watches_only() {
        Event event = read(SourceKind.ALERTMANAGER, ALERTS, "COL-MAIL").get(0);
        assertThat(event.problems())
                .containsExactly(RejectedRow.of(1, "SERVICE", "sla.source.row.NOT_WATCHED", "NET-LAN"));
    }

    @Test
    void values_have_the_meanings_of_the_source() {
        List<FieldRule> rules = new ArrayList<>(FieldRule.preset(SourceKind.ALERTMANAGER));
        rules.removeIf(rule -> rule.field() == SourceField.SERVICE);
        rules.add(new FieldRule(SourceField.SERVICE, "/labels/job /labels/alertname", "Down=NET-WAN", null));
        List<Event> events = Translation.of(ALERTS, rules, Set.of());
        assertThat(events.get(0).service()).isEqualTo("NET-WAN");
        assertThat(events.get(1).problems())
                .containsExactly(RejectedRow.of(2, "SERVICE", "sla.source.row.NO_MEANING", "Slow"));
    }

    @Test
    void what_is_no_json_is_one_event_that_cannot_be_used() {
        for (String message : List.of("", "<xml/>", "{\"alerts\": [", "7")) {
            assertThat(read(SourceKind.ALERTMANAGER, message))
                    .as(message)
                    .hasSize(1)
                    .noneMatch(Event::usable);
        }
        assertThat(read(SourceKind.ALERTMANAGER, "{\"status\": \"firing\"}")
                        .get(0)
                        .problems())
                .containsExactly(RejectedRow.of(1, "ITEMS", "sla.source.row.NO_ITEMS", "/alerts"));
    }
}
