package no.fellesdrift.sla.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.sla.source.AgencyNotice.Outcome;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Heard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Announced work: who is told in time, and the four eyes. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class MaintenanceDeskTest {

    private static final String NOW = "2026-11-05T05:00:00Z";
    private static final Caller OWNER = Callers.person("p-solberg", Callers.MDIR, Role.SERVICE_OWNER);

    private static Database database;

    @BeforeAll
    static void load() {
        database = DemoData.fresh();
    }

    private static <T> T as(Caller caller, String now, Function<MaintenanceDesk, T> work) {
        return database.inTransaction(
                em -> work.apply(SourceDesks.wiring(em, caller, now).get(MaintenanceDesk.class)));
    }

    private static <T> List<T> listAs(Caller caller, String now, Function<MaintenanceDesk, List<T>> work) {
        return as(caller, now, work);
    }

    private static WindowDraft mail(String from, String to) {
        return new WindowDraft(
                "COL-MAIL", null, null, Instant.parse(from), Instant.parse(to), true, "PROVIDER", "Nye e-postservere");
    }

    private static WindowView announced() {
        return as(
                Callers.SERVICE_LEVEL_MANAGER,
                NOW,
                desk -> desk.announce(mail("2026-11-20T01:00:00Z", "2026-11-20T04:00:00Z")));
    }

    private static Map<String, Outcome> outcomes(List<AgencyNotice> notices) {
        return notices.stream().collect(Collectors.toMap(AgencyNotice::agency, AgencyNotice::outcome));
    }

    @Test
    void a_notice_of_exactly_the_agreed_hours_is_in_time_and_a_second_less_is_not() {
        int hours = as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        desk -> desk.assess(mail("2026-11-20T01:00:00Z", "2026-11-20T04:00:00Z")))
                .get(0)
                .hours();
        Instant exactly = Instant.parse(NOW).plusSeconds(hours * 3_600L);
        assertThat(outcomes(as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        desk -> desk.assess(mail(exactly.toString(), "2026-11-20T04:00:00Z")))))
                .containsEntry(Callers.RA.digits(), Outcome.IN_TIME);
        assertThat(outcomes(as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        desk -> desk.assess(mail(exactly.minusSeconds(1).toString(), "2026-11-20T04:00:00Z")))))
                .containsEntry(Callers.RA.digits(), Outcome.TOO_LATE);
    }

    @Test
    void work_that_nobody_notices_is_no_downtime_however_late_it_is_announced() {
        WindowDraft unnoticed = new WindowDraft(
                "COL-MAIL",
                null,
                null,
                Instant.parse("2026-11-05T06:00:00Z"),
                Instant.parse("2026-11-05T07:00:00Z"),
                false,
                "PROVIDER",
                "Bytte av disk");
        assertThat(listAs(Callers.SERVICE_LEVEL_MANAGER, NOW, desk -> desk.assess(unnoticed)))
                .extracting(AgencyNotice::outcome)
                .containsOnly(Outcome.NO_DOWNTIME);
    }

    @Test
    void services_that_need_the_one_worked_on_are_touched_too_but_not_by_work_on_one_offering() {
        WindowDraft network = new WindowDraft(
                "NET-WAN",
                null,
                null,
                Instant.parse("2026-11-20T01:00:00Z"),
                Instant.parse("2026-11-20T04:00:00Z"),
                true,
                "UPSTREAM",
                "Ruter byttes");
        assertThat(as(Callers.SERVICE_LEVEL_MANAGER, NOW, desk -> desk.assess(network)).stream()
                        .flatMap(notice -> notice.lines().stream()))
                .anyMatch(line -> !line.direct())
                .anyMatch(AffectedLine::direct);
        String offering = database.inTransaction(
                em -> (String) em.createNativeQuery("select min(code) from offering where service = 'NET-WAN'")
                        .getSingleResult());
        WindowDraft one = new WindowDraft(
                "NET-WAN", offering, null, network.from(), network.to(), true, "UPSTREAM", "Ruter byttes");
        assertThat(as(Callers.SERVICE_LEVEL_MANAGER, NOW, desk -> desk.assess(one)).stream()
                        .flatMap(notice -> notice.lines().stream()))
                .allMatch(AffectedLine::direct);
    }

    @Test
    void whoever_announced_it_does_not_approve_it() {
        WindowView window = announced();
        assertThat(window.state()).isEqualTo(WindowState.ANNOUNCED);
        assertThat(window.announcedBy()).isEqualTo("p-slm");
        assertThat(window.announcedAt()).isEqualTo(Instant.parse(NOW));
        assertThatThrownBy(
                        () -> as(Callers.SERVICE_LEVEL_MANAGER, NOW, desk -> desk.approve(window.maintenance(), null)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.WINDOW_OWN));
        WindowView approved = as(OWNER, NOW, desk -> desk.approve(window.maintenance(), window.version()));
        assertThat(approved.state()).isEqualTo(WindowState.APPROVED);
        assertThat(approved.approvedBy()).isEqualTo("p-solberg");
        assertThat(approved.version()).isEqualTo(2);
    }

    @Test
    void a_moved_window_is_announced_and_approved_anew_and_the_old_version_stays() {
        WindowView window = announced();
        as(OWNER, NOW, desk -> desk.approve(window.maintenance(), null));
        WindowView moved = as(
                Callers.SERVICE_LEVEL_MANAGER,
                "2026-11-06T05:00:00Z",
                desk -> desk.move(
                        window.maintenance(),
                        2,
                        Instant.parse("2026-11-21T01:00:00Z"),
                        Instant.parse("2026-11-21T04:00:00Z"),
                        "Leverandøren kan ikke fredag"));
        assertThat(moved.state()).isEqualTo(WindowState.ANNOUNCED);
        assertThat(moved.announcedAt()).isEqualTo(Instant.parse("2026-11-06T05:00:00Z"));
        assertThat(listAs(OWNER, NOW, desk -> desk.versions(window.maintenance())))
                .extracting(WindowView::state)
                .containsExactly(WindowState.ANNOUNCED, WindowState.APPROVED, WindowState.ANNOUNCED);
        assertThatThrownBy(() -> as(OWNER, NOW, desk -> desk.approve(window.maintenance(), 2)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.STALE));
    }

    @Test
    void what_was_called_off_is_in_nobodys_way_any_more() {
        WindowView window = announced();
        as(Callers.SERVICE_LEVEL_MANAGER, NOW, desk -> desk.cancel(window.maintenance(), null, "Ikke nødvendig"));
        assertThat(as(Callers.RA_ORDERER, NOW, desk -> desk.list(WindowFilter.ofComing(), PageRequest.first(100)))
                        .items())
                .extracting(WindowView::maintenance)
                .doesNotContain(window.maintenance());
        assertThatThrownBy(() -> as(OWNER, NOW, desk -> desk.approve(window.maintenance(), null)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.WINDOW_OVER));
        assertThat(listAs(Callers.RA_ORDERER, NOW, MaintenanceDesk::calendar))
                .filteredOn(one -> one.maintenance().equals(window.maintenance()))
                .extracting(WindowView::state)
                .containsExactly(WindowState.CANCELLED);
    }

    @Test
    void what_was_really_done_is_recorded_when_it_has_been_and_not_before() {
        WindowView window = announced();
        Instant from = Instant.parse("2026-11-20T01:05:00Z");
        Instant to = Instant.parse("2026-11-20T04:20:00Z");
        assertThatThrownBy(() -> as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        desk -> desk.carriedOut(window.maintenance(), null, from, to)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.NOT_BEGUN));
        WindowView done = as(
                Callers.SERVICE_LEVEL_MANAGER,
                "2026-11-20T08:00:00Z",
                desk -> desk.carriedOut(window.maintenance(), null, from, to));
        assertThat(done.state()).isEqualTo(WindowState.DONE);
        assertThat(done.actualTo()).isEqualTo(to);
    }

    @Test
    void the_agencies_it_touches_are_told_and_no_others() {
        Heard<MaintenanceTold> heard = new Heard<>();
        database.transaction(em -> {
            MaintenanceDesk desk =
                    SourceDesks.wiring(em, Callers.SERVICE_LEVEL_MANAGER, NOW).get(MaintenanceDesk.class);
            desk.told = heard;
            desk.announce(new WindowDraft(
                    "COL-MAIL",
                    null,
                    Callers.RA.digits(),
                    Instant.parse("2026-11-20T01:00:00Z"),
                    Instant.parse("2026-11-20T04:00:00Z"),
                    true,
                    "PROVIDER",
                    "Bare hos Riksantikvaren"));
        });
        assertThat(heard.all).hasSize(1);
        assertThat(heard.all.get(0).agencies()).containsExactly(Callers.RA.digits());
        String key = heard.all.get(0).maintenance();
        assertThat(as(Callers.RA_ORDERER, NOW, desk -> desk.one(key)).text()).isEqualTo("Bare hos Riksantikvaren");
        assertThatThrownBy(() -> as(Callers.NP_ORDERER, NOW, desk -> desk.one(key)))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.UNKNOWN_WINDOW));
        assertThat(as(
                                Callers.NP_ORDERER,
                                NOW,
                                desk -> desk.list(
                                        new WindowFilter(false, Optional.empty(), Optional.empty(), Optional.empty()),
                                        PageRequest.first(1000)))
                        .items())
                .extracting(WindowView::maintenance)
                .doesNotContain(key);
    }

    @Test
    void an_agency_reads_of_itself_alone() {
        WindowView window = announced();
        assertThat(listAs(Callers.RA_ORDERER, NOW, desk -> desk.notices(window.maintenance())))
                .extracting(AgencyNotice::agency)
                .containsExactly(Callers.RA.digits());
    }

    @Test
    void work_in_the_past_is_not_announced() {
        assertThatThrownBy(() -> as(
                        Callers.SERVICE_LEVEL_MANAGER,
                        NOW,
                        desk -> desk.announce(mail("2026-11-05T05:00:00Z", "2026-11-05T06:00:00Z"))))
                .isInstanceOfSatisfying(
                        Rejection.class, no -> assertThat(no.reason()).isEqualTo(SourceReason.WINDOW_IN_PAST));
    }
}
