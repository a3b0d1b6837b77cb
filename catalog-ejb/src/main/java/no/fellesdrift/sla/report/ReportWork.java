package no.fellesdrift.sla.report;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.party.CurrentCaller;

/** What the desks of service reports do alike: find one for the caller, judge the role, act, tell. */
@Dependent
class ReportWork {

    private static final int LONGEST = 2_000;

    @Inject
    ServiceReports reports;

    @Inject
    ReportLists lists;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** Who sees a report before it is published: those of the provider who work on it. */
    boolean seesDrafts() {
        return Stream.of(
                        Role.SERVICE_LEVEL_MANAGER,
                        Role.CONTROLLER,
                        Role.SERVICE_OWNER,
                        Role.ADMINISTRATOR,
                        Role.SYSTEM)
                .anyMatch(caller.get()::has);
    }

    /** @throws Rejection UNKNOWN_REPORT, also for another agency's and for one that is not published */
    ReportView view(String number) {
        return view(number, caller.get().language());
    }

    /** The same with the names of services in this language. */
    ReportView view(String number, String language) {
        ReportView head = lists.head(String.valueOf(number), !seesDrafts())
                .orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT, number));
        OrgNumber agency = OrgNumber.of(head.organisation());
        caller.get().mustSee(agency, ReportReason.UNKNOWN_REPORT, number);
        return new ReportView(
                head.number(),
                head.period(),
                head.edition(),
                head.corrects(),
                lists.correction(number, !seesDrafts()).orElse(null),
                head.organisation(),
                head.organisationName(),
                head.state(),
                head.remark(),
                head.generated(),
                head.submitted(),
                head.reviewed(),
                head.published(),
                head.answerDue(),
                head.silence(),
                head.silentAt(),
                head.answered(),
                head.frozen(),
                head.fingerprint(),
                head.version(),
                actions(head, agency),
                lists.lines(number, language));
    }

    /** What the caller may do now, as far as the state and the people tell. */
    private Set<ReportAction> actions(ReportView report, OrgNumber agency) {
        Caller by = caller.get();
        Set<ReportAction> actions = EnumSet.noneOf(ReportAction.class);
        for (ReportAction action : ReportAction.values()) {
            report.state()
                    .step(action)
                    .filter(step -> step.side().has(by, agency))
                    .ifPresent(step -> actions.add(action));
        }
        if (report.submitted() != null && report.submitted().by().equals(by.id())) {
            actions.remove(ReportAction.APPROVE);
        }
        if (report.reviewed() == null) {
            actions.remove(ReportAction.PUBLISH);
        } else {
            actions.remove(ReportAction.APPROVE);
        }
        boolean worked = Stream.of(report.submitted(), report.reviewed(), report.published())
                .anyMatch(said -> said != null && said.by().equals(by.id()));
        if (worked) {
            actions.removeAll(EnumSet.of(ReportAction.ACKNOWLEDGE, ReportAction.DISPUTE, ReportAction.WITHDRAW));
        }
        return actions;
    }

    /**
     * Takes a step of a report and tells of it.
     *
     * @param read the version that the caller has read; null when it does not matter
     * @param note what the person wrote, for the history; null when nothing
     * @throws Rejection UNKNOWN_REPORT, REPORT_STALE, REPORT_NOT_YOURS, and what the step refuses
     */
    ReportView take(String number, Integer read, ReportAction action, String note, Consumer<ServiceReport> step) {
        ServiceReport report = reports.find(String.valueOf(number))
                .orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT, number));
        caller.get().mustSee(report.agency(), ReportReason.UNKNOWN_REPORT, number);
        if (!report.state().isPublished() && !seesDrafts()) {
            throw new Rejection(ReportReason.UNKNOWN_REPORT, number);
        }
        if (read != null && read != report.version()) {
            throw new Rejection(ReportReason.REPORT_STALE, number);
        }
        report.state()
                .step(action)
                .filter(row -> !row.side().has(caller.get(), report.agency()))
                .ifPresent(row -> {
                    throw new Rejection(ReportReason.REPORT_NOT_YOURS, number);
                });
        ReportState before = report.state();
        step.accept(report);
        reports.touch(report);
        reports.flush();
        tell(action.what(), report, before, note);
        return view(number);
    }

    void tell(String what, ServiceReport report, ReportState before, String note) {
        happened.fire(new Happened(
                what,
                "ServiceReport",
                report.number(),
                report.agency(),
                before == null || report.state() == before ? null : before.name(),
                report.state() == before ? null : report.state().name(),
                note));
    }

    /** On which side of a dispute the caller stands. @throws Rejection REPORT_NOT_YOURS */
    DisputeSide side(ServiceReport report) {
        if (ReportState.Side.AGENCY.has(caller.get(), report.agency())) {
            return DisputeSide.AGENCY;
        }
        if (ReportState.Side.MANAGER.has(caller.get(), report.agency())) {
            return DisputeSide.PROVIDER;
        }
        throw new Rejection(ReportReason.REPORT_NOT_YOURS, report.number());
    }

    /** @throws Rejection REPORT_NEEDS_NOTE, REPORT_TEXT_TOO_LONG */
    static String required(String text) {
        String kept = optional(text);
        if (kept == null) {
            throw new Rejection(ReportReason.REPORT_NEEDS_NOTE);
        }
        return kept;
    }

    /** @throws Rejection REPORT_TEXT_TOO_LONG */
    static String optional(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST) {
            throw new Rejection(ReportReason.REPORT_TEXT_TOO_LONG, LONGEST);
        }
        return text.strip();
    }

    String by() {
        return caller.get().id();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE);
    }
}
