package no.fellesdrift.sla.report;

import static no.fellesdrift.sla.report.ReportDesks.RA_SECURITY;
import static no.fellesdrift.testing.Callers.CONTROLLER;
import static no.fellesdrift.testing.Callers.OBSERVER;
import static no.fellesdrift.testing.Callers.RA;
import static no.fellesdrift.testing.Callers.RA_APPROVER;
import static no.fellesdrift.testing.Callers.RA_ORDERER;
import static no.fellesdrift.testing.Callers.SERVICE_LEVEL_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionDraft;
import no.fellesdrift.testing.Callers;
import no.fellesdrift.testing.Database;
import no.fellesdrift.testing.DemoData;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report from its draft to its seal, on the breaches of September. */
class ReportDeskTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final String NUMBER = "RAP-2026-09-RA";
    private static final Caller SYSTEM = Caller.SYSTEM;

    private static final Database DATABASE = DemoData.fresh();

    private ReportDesks desks;

    @BeforeEach
    void empty() {
        DATABASE.transaction(em -> {
            em.createNativeQuery("delete from service_report").executeUpdate();
            em.createNativeQuery("delete from service_report_run").executeUpdate();
            em.createNativeQuery("delete from service_report_term").executeUpdate();
        });
        desks = new ReportDesks(DATABASE);
    }

    @Test
    void a_report_shows_what_stands_of_the_month_with_a_number_of_its_own() {
        ReportView report = desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, RA));
        assertThat(report.number()).isEqualTo(NUMBER);
        assertThat(report.state()).isEqualTo(ReportState.DRAFT);
        assertThat(report.lines())
                .filteredOn(line -> line.result().status().name().equals("BREACHED"))
                .extracting(line -> line.result().line(), line -> line.result().level())
                .containsExactlyInAnyOrder(
                        tuple("RA-010", "E-AV"),
                        tuple("RA-020", "E-AV"),
                        tuple("RA-100", "S-AV"),
                        tuple("RA-250", "C-AV"));
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.result().organisation()).isEqualTo("974760819"));
        refused(
                ReportReason.REPORT_EXISTS,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, RA)));
    }

    @Test
    void a_month_that_is_not_over_has_no_report() {
        refused(
                ReportReason.REPORT_PERIOD_NOT_OVER,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(YearMonth.of(2026, 11), RA)));
        refused(
                ReportReason.NOTHING_TO_REPORT,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, Callers.SIKT)));
    }

    @Test
    void nobody_of_the_agency_sees_it_before_it_is_published() {
        draft();
        refused(ReportReason.UNKNOWN_REPORT, () -> desks.read(RA_APPROVER, desk -> desk.report(NUMBER)));
        refused(ReportReason.UNKNOWN_REPORT, () -> desks.read(OBSERVER, desk -> desk.report(NUMBER)));
        refused(
                ReportReason.UNKNOWN_REPORT,
                () -> desks.answer(RA_APPROVER, desk -> desk.acknowledge(NUMBER, null, null, null)));
        assertThat(list(RA_APPROVER)).isEmpty();
        assertThat(list(OBSERVER)).isEmpty();
        assertThat(list(CONTROLLER)).containsExactly(NUMBER);

        published();
        assertThat(list(RA_ORDERER)).containsExactly(NUMBER);
        assertThat(list(OBSERVER)).containsExactly(NUMBER);
        assertThat(list(Callers.NP_APPROVER)).isEmpty();
        refused(ReportReason.UNKNOWN_REPORT, () -> desks.read(Callers.NP_APPROVER, desk -> desk.report(NUMBER)));
        refused(
                ReportReason.UNKNOWN_REPORT,
                () -> desks.read(
                        RA_ORDERER,
                        desk -> desk.list(
                                new ReportFilter(Optional.empty(), Optional.of(Callers.NP), Optional.empty(), false),
                                PageRequest.first(10))));
    }

    @Test
    void who_sent_it_to_review_does_not_review_it() {
        draft();
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.submit(NUMBER, null));
        refused(
                ReportReason.REPORT_FOUR_EYES,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.approve(NUMBER, null, null)));
        refused(
                ReportReason.REPORT_NOT_REVIEWED,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.publish(NUMBER, null)));
        refused(
                ReportReason.REPORT_NEEDS_NOTE,
                () -> desks.issue(CONTROLLER, desk -> desk.sendBack(NUMBER, null, " ")));
        assertThat(desks.issue(CONTROLLER, desk -> desk.sendBack(NUMBER, null, "Si hvorfor e-posten var nede"))
                        .state())
                .isEqualTo(ReportState.DRAFT);
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.submit(NUMBER, null));
        ReportView reviewed = desks.issue(CONTROLLER, desk -> desk.approve(NUMBER, null, null));
        assertThat(reviewed.reviewed().by()).isEqualTo("p-kontr");
    }

    @Test
    void the_agency_has_ten_working_days_to_answer() {
        ReportView report = published();
        assertThat(report.state()).isEqualTo(ReportState.PUBLISHED);
        assertThat(report.answerDue()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(report.silence()).isEqualTo(Silence.NO_ANSWER);
    }

    @Test
    void those_who_order_read_it_and_do_not_answer() {
        published();
        assertThat(desks.read(RA_ORDERER, desk -> desk.report(NUMBER)).actions())
                .isEmpty();
        refused(
                ReportReason.REPORT_NOT_YOURS,
                () -> desks.answer(RA_ORDERER, desk -> desk.acknowledge(NUMBER, null, null, null)));
        assertThat(desks.read(RA_SECURITY, desk -> desk.report(NUMBER)).actions())
                .containsExactlyInAnyOrder(ReportAction.ACKNOWLEDGE, ReportAction.DISPUTE);
    }

    @Test
    void it_is_acknowledged_when_every_line_is() {
        published();
        ReportView some = desks.answer(RA_APPROVER, desk -> desk.acknowledge(NUMBER, null, "RA-010", "E-AV"));
        assertThat(some.state()).isEqualTo(ReportState.PUBLISHED);
        assertThat(some.getAnswerCount()).isEqualTo(1);
        refused(
                ReportReason.REPORT_WRONG_STATE,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.freeze(NUMBER, null)));
        ReportView all = desks.answer(RA_SECURITY, desk -> desk.acknowledge(NUMBER, null, null, null));
        assertThat(all.state()).isEqualTo(ReportState.ACKNOWLEDGED);
        assertThat(all.answered().by()).isEqualTo("ra-sik");
        refused(
                ReportReason.REPORT_WRONG_STATE,
                () -> desks.answer(RA_APPROVER, desk -> desk.dispute(NUMBER, null, "RA-010", "E-AV", "Feil", null)));
    }

    @Test
    void a_dispute_is_settled_by_the_side_that_did_not_propose() {
        published();
        refused(
                ReportReason.REPORT_NEEDS_NOTE,
                () -> desks.answer(RA_APPROVER, desk -> desk.dispute(NUMBER, null, "RA-010", "E-AV", "", null)));
        ReportView disputed = desks.answer(
                RA_APPROVER, desk -> desk.dispute(NUMBER, null, "RA-010", "E-AV", "Vi var nede lenger", "Sak 4411"));
        assertThat(disputed.state()).isEqualTo(ReportState.DISPUTED);
        desks.answer(RA_APPROVER, desk -> desk.acknowledge(NUMBER, null, null, null));
        refused(
                ReportReason.REPORT_OPEN_DISPUTES,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.freeze(NUMBER, null)));

        SettlementDraft stands = new SettlementDraft(LineOutcome.STANDS, "Loggen viser 03:10–04:22", "Logg 7", null);
        desks.answer(SERVICE_LEVEL_MANAGER, desk -> desk.propose(NUMBER, null, "RA-010", "E-AV", stands));
        refused(
                ReportReason.REPORT_OWN_PROPOSAL,
                () -> desks.answer(SERVICE_LEVEL_MANAGER, desk -> desk.accept(NUMBER, null, "RA-010", "E-AV", null)));
        refused(
                ReportReason.REPORT_PROPOSAL_WAITS,
                () -> desks.answer(RA_APPROVER, desk -> desk.propose(NUMBER, null, "RA-010", "E-AV", stands)));
        desks.answer(RA_SECURITY, desk -> desk.decline(NUMBER, null, "RA-010", "E-AV", "Loggen er ufullstendig"));
        desks.answer(SERVICE_LEVEL_MANAGER, desk -> desk.propose(NUMBER, null, "RA-010", "E-AV", stands));
        ReportView settled = desks.answer(RA_SECURITY, desk -> desk.accept(NUMBER, null, "RA-010", "E-AV", null));
        assertThat(line(settled, "RA-010").outcome()).isEqualTo(LineOutcome.STANDS);
        assertThat(line(settled, "RA-010").proposals())
                .extracting(ReportLineView.ProposalView::verdict)
                .containsExactly(ReportProposal.Verdict.DECLINED, ReportProposal.Verdict.ACCEPTED);
        refused(
                ReportReason.REPORT_LINE_SETTLED,
                () -> desks.answer(RA_APPROVER, desk -> desk.dispute(NUMBER, null, "RA-010", "E-AV", "Igjen", null)));
    }

    @Test
    void what_is_left_out_by_agreement_gives_a_new_result_and_a_numbered_correction() {
        Caller security = Callers.person("kmf-sik", Callers.KMF, Role.SECURITY_OFFICER);
        Caller approver = Callers.person("kmf-godk", Callers.KMF, Role.APPROVER);
        String number = "RAP-2026-09-KMF";
        ReportView first = published(Callers.KMF, number);
        ReportLineView before = line(first, "KMF-090");
        desks.answer(approver, desk -> desk.dispute(number, null, "KMF-090", "S-AV", "Det var vi som slo av", null));
        String exclusion = desks.with(
                        security,
                        ExclusionDesk.class,
                        desk -> desk.propose(new ExclusionDraft(
                                null,
                                before.result().service(),
                                null,
                                "985980101",
                                Instant.parse("2026-08-31T22:00:00Z"),
                                Instant.parse("2026-09-30T22:00:00Z"),
                                "CUSTOMER_CAUSED",
                                "Vi slo av selv")))
                .exclusion();
        SettlementDraft correct = new SettlementDraft(LineOutcome.CORRECTED, "Tiden holdes utenfor", null, exclusion);
        desks.answer(approver, desk -> desk.propose(number, null, "KMF-090", "S-AV", correct));
        ReportView settled =
                desks.answer(SERVICE_LEVEL_MANAGER, desk -> desk.accept(number, null, "KMF-090", "S-AV", null));
        assertThat(line(settled, "KMF-090").outcome()).isEqualTo(LineOutcome.CORRECTED);
        assertThat(desks.with(security, ExclusionDesk.class, desk -> desk.one(exclusion))
                        .approvedBy())
                .isEqualTo("p-slm");

        ReportView correction = desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, Callers.KMF));
        String second = "RAP-2026-09-KMF-2";
        assertThat(correction.number()).isEqualTo(second);
        assertThat(correction.corrects()).isEqualTo(number);
        ReportLineView changed = line(correction, "KMF-090");
        assertThat(changed.before().id()).isEqualTo("2026-09~KMF-090~S-AV~1");
        assertThat(changed.result().id()).isEqualTo("2026-09~KMF-090~S-AV~2");
        assertThat(changed.remark()).isEqualTo("Tiden holdes utenfor");
        assertThat(line(desks.read(approver, desk -> desk.report(number)), "KMF-090")
                        .result()
                        .id())
                .isEqualTo("2026-09~KMF-090~S-AV~1");
        assertThat(correction.lines()).hasSizeLessThan(first.lines().size());
        List<ChangeView> changes = desks.read(
                        SERVICE_LEVEL_MANAGER,
                        desk -> desk.changes(Optional.of(SEPTEMBER), Optional.empty(), PageRequest.first(50)))
                .items();
        assertThat(changes)
                .filteredOn(change -> change.after().line().equals("KMF-090"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.report()).isEqualTo(number);
                    assertThat(change.correction()).isEqualTo(second);
                    assertThat(change.why()).isEqualTo("Tiden holdes utenfor");
                    assertThat(change.facts()).contains(new ChangeView.Fact("EXCLUSION", exclusion));
                    assertThat(change.policy()).isFalse();
                });
        assertThat(desks.read(
                                SERVICE_LEVEL_MANAGER,
                                desk -> desk.changes(
                                        Optional.of(SEPTEMBER),
                                        Optional.empty(),
                                        new PageRequest(0, 50, List.of("-line"))))
                        .items())
                .extracting(change -> change.after().line())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(desks.read(
                                approver,
                                desk -> desk.changes(Optional.of(SEPTEMBER), Optional.empty(), PageRequest.first(50)))
                        .items())
                .extracting(ChangeView::correction)
                .containsOnlyNulls();
        assertThat(desks.read(
                                RA_APPROVER,
                                desk -> desk.changes(Optional.of(SEPTEMBER), Optional.empty(), PageRequest.first(50)))
                        .items())
                .isEmpty();
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.remark(second, null, "KMF-090", "S-AV", null));
        refused(
                ReportReason.REPORT_NEEDS_WHY,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.submit(second, null)));
    }

    @Test
    void silence_is_recorded_and_is_no_agreement() {
        published();
        desks.at("2026-11-19T12:00:00Z");
        assertThat(lapsed()).isZero();
        desks.at("2026-11-20T06:00:00Z");
        assertThat(lapsed()).isEqualTo(1);
        assertThat(lapsed()).isZero();
        ReportView silent = desks.read(RA_APPROVER, desk -> desk.report(NUMBER));
        assertThat(silent.state()).isEqualTo(ReportState.PUBLISHED);
        assertThat(silent.silentAt()).isEqualTo("2026-11-20T06:00:00Z");
        assertThat(silent.lines()).extracting(ReportLineView::answer).containsOnlyNulls();
        refused(
                ReportReason.REPORT_WRONG_STATE,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.freeze(NUMBER, null)));
        assertThat(desks.answer(RA_APPROVER, desk -> desk.acknowledge(NUMBER, null, null, null))
                        .state())
                .isEqualTo(ReportState.ACKNOWLEDGED);
    }

    @Test
    void silence_is_agreement_where_the_agreement_says_so() {
        String agreement = "AVT-2026-02";
        desks.schedule(
                SERVICE_LEVEL_MANAGER,
                desk -> desk.add(new AnswerTerm("974760819", agreement, null, 5, Silence.AGREED)));
        assertThat(published().answerDue()).isEqualTo(LocalDate.of(2026, 11, 12));
        desks.at("2026-11-13T06:00:00Z");
        desks.schedule(SYSTEM, ReportScheduleDesk::lapse);
        ReportView agreed = desks.read(RA_APPROVER, desk -> desk.report(NUMBER));
        assertThat(agreed.state()).isEqualTo(ReportState.ACKNOWLEDGED);
        assertThat(agreed.lines()).extracting(ReportLineView::answer).containsOnly(LineAnswer.BY_SILENCE);
        refused(
                ReportReason.REPORT_SCHEDULE_WRONG,
                () -> desks.schedule(
                        SERVICE_LEVEL_MANAGER,
                        desk -> desk.add(new AnswerTerm("971022264", agreement, null, 5, Silence.AGREED))));
    }

    @Test
    void a_report_names_services_in_the_language_that_is_asked_for() {
        draft();
        assertThat(desks.read(SERVICE_LEVEL_MANAGER, desk -> desk.report(NUMBER, "en"))
                        .lines())
                .extracting(line -> line.result().serviceName())
                .contains("Managed PC")
                .doesNotContain("Administrert PC");
    }

    @Test
    void a_frozen_report_says_whether_it_still_says_what_it_said() {
        published();
        desks.answer(RA_APPROVER, desk -> desk.acknowledge(NUMBER, null, null, null));
        ReportView frozen = desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.freeze(NUMBER, null));
        assertThat(frozen.state()).isEqualTo(ReportState.FROZEN);
        assertThat(frozen.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(desks.read(RA_ORDERER, desk -> desk.check(NUMBER)).matches()).isTrue();
        DATABASE.transaction(
                em -> em.createNativeQuery("update service_report_line set answered_by = 'ra-ok' where line = 'RA-010'")
                        .executeUpdate());
        assertThat(desks.read(RA_ORDERER, desk -> desk.check(NUMBER)).matches()).isFalse();
        refused(
                ReportReason.REPORT_WRONG_STATE,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.remark(NUMBER, null, "Etterpå")));
    }

    @Test
    void a_provider_that_is_an_agency_too_does_not_answer_its_own_report() {
        Caller both = Callers.person("p-slm2", Callers.MDIR, Role.SERVICE_LEVEL_MANAGER, Role.APPROVER);
        String own = "RAP-2026-09-MDIR";
        desks.issue(both, desk -> desk.generate(SEPTEMBER, Callers.MDIR));
        desks.issue(both, desk -> desk.submit(own, null));
        desks.issue(CONTROLLER, desk -> desk.approve(own, null, null));
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.publish(own, null));
        refused(
                ReportReason.REPORT_FOUR_EYES,
                () -> desks.answer(both, desk -> desk.acknowledge(own, null, null, null)));
    }

    @Test
    void all_agencies_drafts_are_made_at_once_and_not_twice() {
        assertThat(all()).isEqualTo(new ReportIssueDesk.Generated(6, 0));
        assertThat(all()).isEqualTo(new ReportIssueDesk.Generated(0, 6));
    }

    @Test
    void last_month_s_drafts_are_made_on_their_day_once() {
        assertThat(desks.schedule(SERVICE_LEVEL_MANAGER, ReportScheduleDesk::schedule)
                        .next())
                .isEqualTo(LocalDate.of(2026, 11, 6));
        assertThat(drafted()).isZero();
        desks.at("2026-11-06T05:00:00Z");
        assertThat(drafted()).isEqualTo(6);
        assertThat(drafted()).isZero();
        assertThat(list(SERVICE_LEVEL_MANAGER)).contains("RAP-2026-10-RA", "RAP-2026-10-MDIR");
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        ReportView draft = draft();
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.remark(NUMBER, draft.version(), "En rolig måned"));
        refused(
                ReportReason.REPORT_STALE,
                () -> desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.remark(NUMBER, draft.version(), "Nei")));
    }

    private ReportIssueDesk.Generated all() {
        return desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generateAll(SEPTEMBER, Progress.NONE));
    }

    private int lapsed() {
        return desks.schedule(SYSTEM, ReportScheduleDesk::lapse);
    }

    private int drafted() {
        return desks.schedule(SYSTEM, ReportScheduleDesk::generateDue);
    }

    private ReportView draft() {
        return desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, RA));
    }

    private ReportView published() {
        return published(RA, NUMBER);
    }

    private ReportView published(OrgNumber agency, String number) {
        if (list(SERVICE_LEVEL_MANAGER).isEmpty()) {
            desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.generate(SEPTEMBER, agency));
        }
        desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.submit(number, null));
        desks.issue(CONTROLLER, desk -> desk.approve(number, null, null));
        return desks.issue(SERVICE_LEVEL_MANAGER, desk -> desk.publish(number, null));
    }

    private List<String> list(Caller caller) {
        return desks.read(caller, desk -> desk.list(ReportFilter.ALL, PageRequest.first(50))).items().stream()
                .map(ReportRow::number)
                .toList();
    }

    private static ReportLineView line(ReportView report, String line) {
        return report.lines().stream()
                .filter(one ->
                        one.result().line().equals(line) && one.result().level().endsWith("-AV"))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(ReportReason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
