package no.fellesdrift.sla.report;

import static no.fellesdrift.testing.Callers.ADMINISTRATOR;
import static no.fellesdrift.testing.Callers.RA;
import static no.fellesdrift.testing.Callers.SERVICE_LEVEL_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rows;
import no.fellesdrift.sla.report.ReportSchedule.Counted;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schedule of reports, what single agreements say otherwise, and until when a report is owed. */
class ReportScheduleDeskTest {

    private static final Database DATABASE = DemoData.fresh();
    private static final AnswerTerm TERM = new AnswerTerm("974760819", "AVT-2026-02", 5, 7, Silence.AGREED);

    private ReportDesks desks;

    @BeforeEach
    void as_it_came() {
        DATABASE.transaction(em -> {
            em.createNativeQuery("delete from service_report_term").executeUpdate();
            em.createNativeQuery("delete from service_report_duty").executeUpdate();
            em.createNativeQuery(
                            "update service_report_schedule set version = 1, active = true,"
                                    + " counted_in = 'WORKING_DAY', day = 5, delivery_working_day = 10, answer_working_days = 10")
                    .executeUpdate();
        });
        desks = new ReportDesks(DATABASE);
    }

    @Test
    void the_schedule_is_changed_by_who_has_read_it_as_it_is() {
        ReportScheduleView before = desks.schedule(SERVICE_LEVEL_MANAGER, ReportScheduleDesk::schedule);
        assertThat(before)
                .isEqualTo(new ReportScheduleView(true, Counted.WORKING_DAY, 5, 10, 10, LocalDate.of(2026, 11, 6), 1));
        ReportSchedule off = new ReportSchedule(false, Counted.DAY_OF_MONTH, 3, 8, 12);
        ReportScheduleView after = desks.schedule(ADMINISTRATOR, desk -> desk.set(1, off));
        assertThat(after).isEqualTo(new ReportScheduleView(false, Counted.DAY_OF_MONTH, 3, 8, 12, null, 2));
        refused(
                ReportReason.REPORT_SCHEDULE_STALE,
                () -> desks.schedule(SERVICE_LEVEL_MANAGER, desk -> desk.set(1, off)));
    }

    @Test
    void what_an_agreement_says_is_added_changed_and_taken_away_in_the_version_that_was_read() {
        refused(ReportReason.UNKNOWN_REPORT_TERM, () -> desks.schedule(ADMINISTRATOR, desk -> desk.term(RA)));
        refused(ReportReason.UNKNOWN_REPORT_TERM, () -> desks.schedule(ADMINISTRATOR, desk -> desk.set(1, TERM)));
        AnswerTermView added = desks.schedule(SERVICE_LEVEL_MANAGER, desk -> desk.add(TERM));
        assertThat(added)
                .isEqualTo(new AnswerTermView(
                        "974760819",
                        "Riksantikvaren",
                        "AVT-2026-02",
                        5,
                        7,
                        Silence.AGREED,
                        List.of("Eirik Skaugdal", "Ola Kirkebøli"),
                        1));
        refused(ReportReason.REPORT_TERM_EXISTS, () -> desks.schedule(ADMINISTRATOR, desk -> desk.add(TERM)));
        AnswerTerm other = new AnswerTerm("974760819", "AVT-2026-02", null, null, Silence.NO_ANSWER);
        assertThat(desks.schedule(ADMINISTRATOR, desk -> desk.set(1, other)).version())
                .isEqualTo(2);
        refused(ReportReason.REPORT_SCHEDULE_STALE, () -> desks.schedule(ADMINISTRATOR, desk -> desk.set(1, TERM)));
        refused(ReportReason.REPORT_SCHEDULE_STALE, () -> remove(1));
        remove(2);
        assertThat(desks.schedule(ADMINISTRATOR, ReportScheduleDesk::terms)).isEmpty();
        refused(ReportReason.UNKNOWN_REPORT_TERM, () -> remove(2));
    }

    private void remove(int read) {
        desks.schedule(ADMINISTRATOR, desk -> {
            desk.removeTerm(read, RA);
            return null;
        });
    }

    @Test
    void the_day_agreed_for_a_report_is_noted_once_its_month_is_over() {
        desks.schedule(SERVICE_LEVEL_MANAGER, desk -> desk.add(TERM));
        desks.at("2026-11-01T05:00:00Z");
        desks.schedule(Caller.SYSTEM, ReportScheduleDesk::generateDue);
        // the fifth working day of November, and the tenth
        assertThat(owed("974760819")).containsExactly("2026-10 2026-11-06");
        assertThat(owed("971022264")).containsExactly("2026-10 2026-11-13");

        desks.schedule(
                ADMINISTRATOR, desk -> desk.set(1, new AnswerTerm("974760819", "AVT-2026-02", 15, 7, Silence.AGREED)));
        desks.schedule(Caller.SYSTEM, ReportScheduleDesk::generateDue);
        assertThat(owed("974760819")).containsExactly("2026-10 2026-11-06");
    }

    private static List<String> owed(String agency) {
        return DATABASE.inTransaction(em -> Rows.list(
                em.unwrap(java.sql.Connection.class),
                "select concat(period, ' ', deliver_by) from service_report_duty where agency = ?",
                List.of(agency),
                row -> row.getString(1)));
    }

    private static void refused(ReportReason reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Rejection.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
