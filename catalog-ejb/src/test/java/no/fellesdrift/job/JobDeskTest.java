package no.fellesdrift.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.fellesdrift.charge.ChargeReason;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import no.fellesdrift.testing.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobDeskTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String SERVER = "server-1";

    private static Database database;

    private Instant now = Instant.parse("2026-11-05T05:00:00Z");

    @BeforeAll
    static void the_demo_sector() {
        database = DemoData.fresh();
    }

    @BeforeEach
    void no_job_yet() {
        database.transaction(em -> em.createNativeQuery("delete from job").executeUpdate());
    }

    @Test
    void a_job_waits_runs_and_is_done_with_its_figures() {
        long id = october(Callers.CONTROLLER).id();
        assertThat(job(id).state()).isEqualTo(JobState.WAITING);

        WorkDesk.Claimed claimed = claim().orElseThrow();
        assertThat(claimed.id()).isEqualTo(id);
        assertThat(claimed.subject()).isEqualTo("2026-10");
        assertThat(claimed.starter().id()).isEqualTo("p-kontr");
        assertThat(claimed.starter().roles()).contains(Role.CONTROLLER);
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);

        work(desk -> {
            desk.progress(id, SERVER, 34, 120);
            return null;
        });
        assertThat(job(id).done()).isEqualTo(34);
        assertThat(job(id).total()).isEqualTo(120);

        work(desk -> {
            desk.succeed(id, SERVER, List.of("235", "3336701.93"));
            return null;
        });
        assertThat(job(id).state()).isEqualTo(JobState.DONE);
        assertThat(job(id).result()).containsExactly("235", "3336701.93");
        assertThat(job(id).endedAt()).isEqualTo(now);
        assertThat(claim()).isEmpty();
    }

    @Test
    void the_oldest_is_taken_first_and_by_one_server_only() {
        long first = october(Callers.CONTROLLER).id();
        long second = asDesk(Callers.CONTROLLER, desk -> desk.allocate(OCTOBER)).id();
        assertThat(claim().map(WorkDesk.Claimed::id)).contains(first);
        assertThat(claim().map(WorkDesk.Claimed::id)).contains(second);
        assertThat(claim()).isEmpty();
    }

    @Test
    void the_same_work_is_not_under_way_twice() {
        october(Callers.CONTROLLER);
        assertThatThrownBy(() -> october(Callers.CONTROLLER)).satisfies(refused(JobReason.UNDER_WAY));
        claim();
        assertThatThrownBy(() -> october(Callers.CONTROLLER)).satisfies(refused(JobReason.UNDER_WAY));
    }

    @Test
    void what_cannot_be_done_is_refused_before_it_waits() {
        assertThatThrownBy(() -> asDesk(Callers.CONTROLLER, desk -> desk.computeCharges(YearMonth.of(2026, 9))))
                .satisfies(refused(ChargeReason.PERIOD_CLOSED));
        assertThatThrownBy(
                        () -> asDesk(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.evaluateLevels(YearMonth.of(2031, 1))))
                .satisfies(refused(SlaReason.PERIOD_NOT_BEGUN));
        assertThat(list(Callers.ADMINISTRATOR)).isEmpty();
    }

    @Test
    void everybody_sees_the_own_and_an_administrator_all() {
        long charges = october(Callers.CONTROLLER).id();
        long levels = asDesk(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.evaluateLevels(OCTOBER))
                .id();
        assertThat(list(Callers.CONTROLLER)).extracting(JobView::id).containsExactly(charges);
        assertThat(list(Callers.ADMINISTRATOR)).extracting(JobView::id).containsExactly(levels, charges);
        assertThat(list(Callers.NP_ORDERER)).isEmpty();
        assertThatThrownBy(() -> asDesk(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.job(charges)))
                .satisfies(refused(JobReason.NOT_FOUND));
        assertThatThrownBy(() -> asDesk(Callers.SERVICE_LEVEL_MANAGER, desk -> desk.again(charges)))
                .satisfies(refused(JobReason.NOT_FOUND));
    }

    @Test
    void a_failed_job_says_why_and_can_be_started_again() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        work(desk -> {
            desk.refuse(id, SERVER, new Rejection(ChargeReason.PERIOD_CLOSED, "2026-10"));
            return null;
        });
        assertThat(job(id).state()).isEqualTo(JobState.FAILED);
        assertThat(job(id).failure()).isEqualTo("charge.reason.PERIOD_CLOSED");
        assertThat(job(id).failureArguments()).containsExactly("2026-10");

        JobView again = asDesk(Callers.CONTROLLER, desk -> desk.again(id));
        assertThat(again.state()).isEqualTo(JobState.WAITING);
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.failure()).isNull();
        assertThat(claim().map(WorkDesk.Claimed::id)).contains(id);
        assertThat(job(id).done()).isZero();
    }

    @Test
    void one_that_runs_or_is_done_is_not_started_again() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        assertThatThrownBy(() -> asDesk(Callers.CONTROLLER, desk -> desk.again(id)))
                .satisfies(refused(JobReason.NOT_REPEATABLE));
        work(desk -> {
            desk.succeed(id, SERVER, List.of());
            return null;
        });
        assertThatThrownBy(() -> asDesk(Callers.CONTROLLER, desk -> desk.again(id)))
                .satisfies(refused(JobReason.NOT_REPEATABLE));
    }

    @Test
    void an_administrator_does_not_start_what_only_a_controller_may() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        work(desk -> {
            desk.crash(id, SERVER);
            return null;
        });
        assertThat(job(id).failure()).isEqualTo("job.failure.unforeseen");
        assertThatThrownBy(() -> asDesk(Callers.ADMINISTRATOR, desk -> desk.again(id)))
                .satisfies(refused(JobReason.MAY_NOT_START));
    }

    @Test
    void a_job_whose_server_has_been_silent_for_half_a_minute_is_broken_off() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        now = now.plusSeconds(29);
        assertThat(beat("server-2")).isZero();
        now = now.plusSeconds(2);
        assertThat(beat("server-2")).isEqualTo(1);
        assertThat(job(id).state()).isEqualTo(JobState.BROKEN_OFF);

        // the silent server was not dead after all: what it says comes too late
        work(desk -> {
            desk.succeed(id, SERVER, List.of("1", "2"));
            return null;
        });
        assertThat(job(id).state()).isEqualTo(JobState.BROKEN_OFF);
        assertThat(asDesk(Callers.CONTROLLER, desk -> desk.again(id)).state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void a_server_that_says_that_it_lives_keeps_its_job() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        for (int beat = 0; beat < 12; beat++) {
            now = now.plusSeconds(10);
            assertThat(beat(SERVER)).isZero();
        }
        assertThat(job(id).state()).isEqualTo(JobState.RUNNING);
    }

    @Test
    void a_demo_whose_clock_was_set_back_breaks_off_what_was_alive_in_the_time_to_come() {
        long id = october(Callers.CONTROLLER).id();
        claim();
        now = now.minusSeconds(600);
        beat("server-2");
        assertThat(job(id).state()).isEqualTo(JobState.BROKEN_OFF);
    }

    @Test
    void the_frame_tells_of_the_own_until_its_end_has_been_seen() {
        long id = october(Callers.CONTROLLER).id();
        see(Callers.CONTROLLER);
        assertThat(news(Callers.CONTROLLER)).extracting(JobView::id).containsExactly(id);
        claim();
        work(desk -> {
            desk.succeed(id, SERVER, List.of());
            return null;
        });
        assertThat(news(Callers.CONTROLLER)).extracting(JobView::id).containsExactly(id);
        assertThat(news(Callers.SERVICE_LEVEL_MANAGER)).isEmpty();
        see(Callers.CONTROLLER);
        assertThat(news(Callers.CONTROLLER)).isEmpty();
    }

    @Test
    void no_page_tells_of_what_a_machine_has_started() {
        Caller machine = new Caller(
                "p-kontr", "Berit Stavnesli", Callers.MDIR, Set.of(Role.CONTROLLER), "nb", Optional.of("regnskap"));
        october(machine);
        assertThat(news(Callers.CONTROLLER)).isEmpty();
        assertThat(list(Callers.CONTROLLER)).hasSize(1);
    }

    @Test
    void what_was_handed_in_is_kept_in_pieces_and_thrown_away_when_it_is_done() {
        byte[] file = new byte[3 * (1 << 20) + 17];
        for (int at = 0; at < file.length; at++) {
            file[at] = (byte) (at * 31);
        }
        long id = database.inTransaction(em -> wiring(em, Callers.ADMINISTRATOR)
                .get(Queue.class)
                .add(JobKind.IMPORT, "sektor.zip", new ByteArrayInputStream(file))
                .id());
        claim();
        assertThat(pieces(id)).isEqualTo(4);
        byte[] kept = work(desk -> read(desk.input(id)));
        assertThat(kept).isEqualTo(file);
        work(desk -> {
            desk.succeed(id, SERVER, List.of("1", "1"));
            return null;
        });
        assertThat(pieces(id)).isZero();
    }

    @Test
    void ended_jobs_are_forgotten_after_ninety_days_and_others_never() {
        long ended = october(Callers.CONTROLLER).id();
        claim();
        work(desk -> {
            desk.crash(ended, SERVER);
            return null;
        });
        long waiting =
                asDesk(Callers.CONTROLLER, desk -> desk.allocate(OCTOBER)).id();
        now = now.plusSeconds(90L * 24 * 3600);
        assertThat(forgetOld()).isZero();
        now = now.plusSeconds(1);
        assertThat(forgetOld()).isEqualTo(1);
        assertThat(list(Callers.ADMINISTRATOR)).extracting(JobView::id).containsExactly(waiting);
    }

    // ---------------------------------------------------------------- the steps

    private JobView october(Caller caller) {
        return asDesk(caller, desk -> desk.computeCharges(OCTOBER));
    }

    private JobView job(long id) {
        return asDesk(Callers.ADMINISTRATOR, desk -> desk.job(id));
    }

    private List<JobView> list(Caller caller) {
        return asDesk(
                caller, desk -> desk.list(JobFilter.ALL, PageRequest.first(50)).items());
    }

    private Optional<WorkDesk.Claimed> claim() {
        return work(desk -> desk.claim(SERVER));
    }

    private int beat(String server) {
        return work(desk -> desk.beat(server));
    }

    private int forgetOld() {
        return asDesk(Caller.SYSTEM, JobDesk::forgetOld);
    }

    private List<JobView> news(Caller caller) {
        return asDesk(caller, JobDesk::news);
    }

    private void see(Caller caller) {
        asDesk(caller, desk -> {
            desk.see();
            return null;
        });
    }

    private <T> T asDesk(Caller caller, Function<JobDesk, T> step) {
        return database.inTransaction(em -> step.apply(wiring(em, caller).get(JobDesk.class)));
    }

    private <T> T work(Function<WorkDesk, T> step) {
        return database.inTransaction(em -> step.apply(wiring(em, Caller.SYSTEM).get(WorkDesk.class)));
    }

    private Wiring wiring(EntityManager em, Caller caller) {
        return Wiring.over(em)
                .with(CurrentCaller.class, CurrentCaller.of(caller))
                .with(Clock.class, Clock.fixed(now, ZoneOffset.UTC))
                .with(OfficeDays.class, "no.fellesdrift.sla.OfficeCalendars");
    }

    private static int pieces(long id) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery("select count(*) from job_input where job = ?")
                                .setParameter(1, id)
                                .getSingleResult())
                        .intValue());
    }

    private static byte[] read(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.function.Consumer<Throwable> refused(Rejection.Reason reason) {
        return thrown -> assertThat(((Rejection) thrown).reason()).isEqualTo(reason);
    }
}
