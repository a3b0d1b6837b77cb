package no.fellesdrift.sla.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.Batch;
import no.fellesdrift.sla.MeasurementDesk;
import no.fellesdrift.sla.OutageDraft;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources that tell, repeat themselves, fall silent and come back. */
class SourceStoryTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final String NOW = "2026-11-05T05:00:00Z";

    private Caller key;

    @BeforeEach
    void one_alertmanager_that_watches_the_network_and_mail() {
        DATABASE.transaction(em -> {
            for (String table : List.of(
                    "monitoring_delivery",
                    "monitoring_source_field",
                    "monitoring_source_service",
                    "monitoring_source")) {
                em.createNativeQuery("delete from " + table).executeUpdate();
            }
            em.createNativeQuery("delete from outage where source in ('prom', 'zabbix')")
                    .executeUpdate();
            em.createNativeQuery("delete from unknown_time where source_key like 'silence/%'")
                    .executeUpdate();
        });
        key = source("prom", SourceKind.ALERTMANAGER, 300, "NET-LAN", "COL-MAIL");
    }

    private static Caller source(String code, SourceKind kind, Integer heartbeat, String... services) {
        as(
                Callers.SERVICE_LEVEL_MANAGER,
                NOW,
                SourceDesk.class,
                desk -> desk.add(new SourceDraft(
                        code, "Kilde " + code, kind, heartbeat, true, Set.of(services), null, null, null)));
        as(Callers.SERVICE_LEVEL_MANAGER, NOW, SourceDesk.class, desk -> desk.newKey(code));
        Long id = as(Callers.SERVICE_LEVEL_MANAGER, NOW, SourceDesk.class, desk -> desk.one(code))
                .keyId();
        return new Caller("key-" + id, code, Callers.MDIR, Set.of(Role.SERVICE_LEVEL_MANAGER), "nb", Optional.of(code));
    }

    private static <D, T> T as(Caller caller, String now, Class<D> desk, Function<D, T> work) {
        return DATABASE.inTransaction(
                em -> work.apply(SourceDesks.wiring(em, caller, now).get(desk)));
    }

    private DeliveryReceipt send(String now, String message) {
        return as(key, now, DeliveryDesk.class, desk -> desk.webhook(SourceKind.ALERTMANAGER, message));
    }

    private static String alert(String status, String fingerprint, String service, String starts, String ends) {
        return """
                {"alerts": [{"status": "%s", "fingerprint": "%s", "labels": {"service": "%s"}, "annotations": {},
                 "startsAt": "%s", "endsAt": "%s"}]}""".formatted(status, fingerprint, service, starts, ends);
    }

    private static List<String> facts(String sql) {
        return DATABASE.inTransaction(
                em -> Rows.list(em.unwrap(java.sql.Connection.class), sql, List.of(), row -> row.getString(1)));
    }

    private static List<String> outages(String source) {
        return facts("select concat(service, ' ', started_at div 1000, ' ', coalesce(ended_at div 1000, '..'), ' ',"
                + " fact_version) from outage where superseded = false and source = '" + source + "' order by id");
    }

    private static List<String> silences() {
        return facts("select concat(source, ' ', service, ' ', from_at div 1000, ' ', coalesce(to_at div 1000, '..'))"
                + " from unknown_time where superseded = false and source_key like 'silence/%' order by service, id");
    }

    private static int watch(String now) {
        return as(Caller.SYSTEM, now, DeliveryDesk.class, DeliveryDesk::watch);
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    @Test
    void a_firing_alert_begins_an_outage_its_repetition_changes_nothing_and_resolved_ends_it() {
        String firing = alert("firing", "f1", "NET-LAN", "2026-11-05T04:58:00Z", "0001-01-01T00:00:00Z");
        assertThat(send(NOW, firing).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(send("2026-11-05T05:05:00Z", firing).outcome()).isEqualTo(DeliveryOutcome.DUPLICATE);
        String resolved = alert("resolved", "f1", "NET-LAN", "2026-11-05T04:58:00Z", "2026-11-05T05:08:00Z");
        assertThat(send("2026-11-05T05:10:00Z", resolved).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        long start = second("2026-11-05T04:58:00Z");
        assertThat(outages("prom")).containsExactly("NET-LAN " + start + " " + second("2026-11-05T05:08:00Z") + " 2");
        // the firing one was delayed on its way and comes last
        assertThat(send("2026-11-05T05:11:00Z", firing).outcome()).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(outages("prom")).hasSize(1).allMatch(fact -> fact.endsWith(" 2"));
        assertThat(as(Callers.CONTROLLER, NOW, SourceDesk.class, desk -> desk.one("prom"))
                        .lagSeconds())
                .isEqualTo(120);
    }

    @Test
    void what_has_no_meaning_is_kept_and_taken_again_when_it_has_one() {
        String odd = alert("firing", "f2", "lan", "2026-11-05T04:58:00Z", "0001-01-01T00:00:00Z");
        assertThat(send(NOW, odd).outcome()).isEqualTo(DeliveryOutcome.REJECTED);
        DeliveryView kept = as(
                        Callers.ADMINISTRATOR,
                        NOW,
                        DeliveryDesk.class,
                        desk -> desk.list("prom", Optional.of(DeliveryOutcome.REJECTED), PageRequest.first(10)))
                .items()
                .get(0);
        assertThat(kept.payload()).isEqualTo(odd);
        assertThat(kept.problems()).extracting(row -> row.key()).containsExactly("sla.source.row.NOT_WATCHED");
        List<FieldRule> rules = as(Callers.ADMINISTRATOR, NOW, SourceDesk.class, desk -> desk.rules("prom"));
        List<FieldRule> mended = rules.stream()
                .map(rule -> rule.field() == SourceField.SERVICE
                        ? new FieldRule(SourceField.SERVICE, rule.pointer(), "lan=NET-LAN", null)
                        : rule)
                .toList();
        as(Callers.SERVICE_LEVEL_MANAGER, NOW, SourceDesk.class, desk -> desk.changeRules("prom", mended));
        List<DeliveryDesk.Trial> trials =
                as(Callers.SERVICE_LEVEL_MANAGER, NOW, DeliveryDesk.class, desk -> desk.tryOut("prom", odd));
        assertThat(trials).hasSize(1).allMatch(trial -> trial.outage() != null);
        assertThat(outages("prom")).isEmpty();
        assertThat(as(Callers.SERVICE_LEVEL_MANAGER, NOW, DeliveryDesk.class, desk -> desk.again("prom", kept.id()))
                        .outcome())
                .isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(outages("prom")).hasSize(1);
        assertThatThrownBy(() -> as(
                        Callers.SERVICE_LEVEL_MANAGER, NOW, DeliveryDesk.class, desk -> desk.again("prom", kept.id())))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.NOT_REJECTED));
    }

    @Test
    void the_good_alerts_of_a_group_are_taken_and_the_others_named() {
        DeliveryReceipt receipt = send(NOW, """
                {"alerts": [
                 {"status": "firing", "fingerprint": "g1", "labels": {"service": "NET-LAN"}, "startsAt": "2026-11-05T04:00:00Z"},
                 {"status": "firing", "fingerprint": "g2", "labels": {}, "startsAt": "2026-11-05T04:00:00Z"},
                 {"status": "firing", "fingerprint": "g3", "labels": {"service": "COL-MAIL"}, "startsAt": "2026-11-05T04:00:00Z"}]}
                """);
        assertThat(receipt.outcome()).isEqualTo(DeliveryOutcome.PARTLY);
        assertThat(receipt.accepted()).isEqualTo(2);
        assertThat(receipt.rejected()).extracting(row -> row.row()).containsExactly(2);
    }

    @Test
    void zabbix_has_one_outage_at_a_time_and_a_recovery_ends_it() {
        key = source("zabbix", SourceKind.ZABBIX, null, "NET-WAN");
        Function<String, DeliveryReceipt> tell =
                message -> as(key, NOW, DeliveryDesk.class, desk -> desk.webhook(SourceKind.ZABBIX, message));
        String problem = "{\"eventid\": 9, \"value\": 1, \"clock\": " + second("2026-11-05T04:00:00Z") + "}";
        String recovery = "{\"eventid\": 9, \"value\": 0, \"r_clock\": " + second("2026-11-05T04:30:00Z") + "}";
        assertThat(tell.apply(problem).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(tell.apply(problem).outcome()).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(tell.apply(recovery).outcome()).isEqualTo(DeliveryOutcome.ACCEPTED);
        assertThat(tell.apply(recovery).outcome()).isEqualTo(DeliveryOutcome.DUPLICATE);
        assertThat(outages("zabbix"))
                .containsExactly(
                        "NET-WAN " + second("2026-11-05T04:00:00Z") + " " + second("2026-11-05T04:30:00Z") + " 2");
    }

    @Test
    void what_a_source_tells_is_from_that_source_whatever_it_says() {
        DATABASE.transaction(em -> {
            Wiring wiring = SourceDesks.wiring(em, key, NOW);
            wiring.get(MeasurementDesk.class)
                    .outages(
                            Batch.of(List.of(new OutageDraft(
                                    "X-1",
                                    "NET-LAN",
                                    null,
                                    null,
                                    Instant.parse("2026-11-05T04:00:00Z"),
                                    null,
                                    "PROVIDER",
                                    "FULL",
                                    "monitoring",
                                    null))),
                            false);
        });
        assertThat(outages("prom")).hasSize(1);
    }

    @Test
    void a_source_that_is_not_heard_in_time_makes_its_services_unknown_until_it_is_heard_again() {
        assertThat(watch("2026-11-05T05:05:00Z")).isZero();
        assertThat(watch("2026-11-05T05:05:01Z")).isEqualTo(2);
        assertThat(watch("2026-11-05T05:06:00Z")).isZero();
        long from = second("2026-11-05T05:05:00Z");
        assertThat(silences()).containsExactly("prom COL-MAIL " + from + " ..", "prom NET-LAN " + from + " ..");
        assertThat(as(Callers.CONTROLLER, "2026-11-05T05:06:00Z", SourceDesk.class, desk -> desk.one("prom"))
                        .state())
                .isEqualTo(SourceState.SILENT);
        as(key, "2026-11-05T05:20:00Z", DeliveryDesk.class, desk -> {
            desk.heartbeat("prom");
            return null;
        });
        long to = second("2026-11-05T05:20:00Z");
        assertThat(silences()).containsExactly("prom COL-MAIL " + from + " " + to, "prom NET-LAN " + from + " " + to);
        assertThat(watch("2026-11-05T05:21:00Z")).isZero();
        assertThat(as(Callers.CONTROLLER, "2026-11-05T05:21:00Z", SourceDesk.class, desk -> desk.one("prom"))
                        .state())
                .isEqualTo(SourceState.HEALTHY);
    }

    @Test
    void a_service_that_another_source_watches_stays_known_until_both_are_silent() {
        source("zabbix", SourceKind.ZABBIX, 600, "NET-LAN");
        watch("2026-11-05T05:06:00Z");
        assertThat(silences()).extracting(fact -> fact.split(" ", -1)[1]).containsExactly("COL-MAIL");
        watch("2026-11-05T05:11:00Z");
        assertThat(silences())
                .containsExactly(
                        "prom COL-MAIL " + second("2026-11-05T05:05:00Z") + " ..",
                        "zabbix NET-LAN " + second("2026-11-05T05:10:00Z") + " ..");
    }

    @Test
    void a_source_that_is_put_to_rest_leaves_nothing_unknown_behind() {
        watch("2026-11-05T05:06:00Z");
        assertThat(silences()).hasSize(2).allMatch(fact -> fact.endsWith(".."));
        SourceView now = as(Callers.SERVICE_LEVEL_MANAGER, NOW, SourceDesk.class, desk -> desk.one("prom"));
        as(
                Callers.SERVICE_LEVEL_MANAGER,
                "2026-11-05T05:30:00Z",
                SourceDesk.class,
                desk -> desk.change(
                        now.version(),
                        new SourceDraft(
                                "prom",
                                now.name(),
                                now.kind(),
                                300,
                                false,
                                Set.copyOf(now.services()),
                                null,
                                null,
                                null)));
        assertThat(silences()).hasSize(2).noneMatch(fact -> fact.endsWith(".."));
        assertThatThrownBy(() -> send(NOW, "{}"))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.RESTING));
    }

    @Test
    void a_sources_key_sets_up_no_sources_and_a_persons_key_is_no_source() {
        assertThatThrownBy(() -> as(key, NOW, SourceDesk.class, desk -> desk.newKey("prom")))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.NO_SOURCE_KEY));
        assertThatThrownBy(() -> as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        DeliveryDesk.class,
                        desk -> desk.webhook(SourceKind.ALERTMANAGER, "{}")))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.NO_SOURCE_KEY));
        assertThatThrownBy(() -> as(key, NOW, DeliveryDesk.class, desk -> desk.webhook(SourceKind.ZABBIX, "{}")))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.WRONG_KIND));
    }

    @Test
    void only_an_administrator_says_where_the_server_goes() {
        SourceDraft draft = new SourceDraft(
                "ask",
                "Prometheus",
                SourceKind.PROMETHEUS,
                null,
                true,
                Set.of("NET-LAN"),
                "https://prometheus.example",
                "probe_success",
                60);
        assertThatThrownBy(() -> as(Callers.SERVICE_LEVEL_MANAGER, NOW, SourceDesk.class, desk -> desk.add(draft)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.ONLY_ADMINISTRATOR));
        assertThat(as(Callers.ADMINISTRATOR, NOW, SourceDesk.class, desk -> desk.add(draft))
                        .baseUrl())
                .isEqualTo("https://prometheus.example");
    }

    @Test
    void deliveries_are_kept_for_a_time_only() {
        send(NOW, "{}");
        assertThat(as(Caller.SYSTEM, "2027-02-03T05:00:00Z", DeliveryDesk.class, DeliveryDesk::forgetOld))
                .isZero();
        int forgotten = DATABASE.inTransaction(em -> SourceDesks.wiring(
                        em, Caller.SYSTEM, "2026-11-16T05:00:00Z", Map.of("fellesdrift.deliveries.days", "10"))
                .get(DeliveryDesk.class)
                .forgetOld());
        assertThat(forgotten).isEqualTo(1);
    }
}
