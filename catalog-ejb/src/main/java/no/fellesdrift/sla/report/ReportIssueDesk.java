package no.fellesdrift.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Progress;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultQuery;

/** The provider's part of a service report: made, remarked on, reviewed by another person, published, frozen. */
@Stateless
public class ReportIssueDesk {

    @Inject
    ReportWork work;

    @Inject
    ServiceReports reports;

    @Inject
    LevelDesk levels;

    @Inject
    OfficeDays officeDays;

    // ---------------------------------------------------------------- making

    /**
     * Makes the draft of an agency's report of a month; of a month that is published, the draft of a correction with
     * what has changed since.
     *
     * @throws Rejection REPORT_PERIOD_NOT_OVER, NOTHING_TO_REPORT, REPORT_EXISTS when there is a draft or nothing has
     *     changed
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView generate(YearMonth period, OrgNumber agency) {
        mustBeOver(period);
        reports.lock(period);
        String shortName = reports.shortName(agency)
                .orElseThrow(() -> new Rejection(ReportReason.NOTHING_TO_REPORT, period, agency));
        return work.view(make(period, agency, shortName).number());
    }

    private ServiceReport make(YearMonth period, OrgNumber agency, String shortName) {
        Optional<ServiceReport> newest = reports.newest(period, agency);
        if (newest.isPresent() && !newest.get().state().isPublished()) {
            throw new Rejection(ReportReason.REPORT_EXISTS, newest.get().number());
        }
        if (reports.isAnyProvisional(period, agency)) {
            throw new Rejection(ReportReason.REPORT_PERIOD_NOT_OVER, period);
        }
        List<StandingResult> results = results(period, agency, newest.isPresent());
        if (results.isEmpty()) {
            throw newest.isPresent()
                    ? new Rejection(ReportReason.REPORT_EXISTS, newest.get().number())
                    : new Rejection(ReportReason.NOTHING_TO_REPORT, period, agency);
        }
        ServiceReport report = new ServiceReport(
                period.toString(), agency, shortName, newest.orElse(null), results, work.by(), work.now());
        reports.add(report);
        work.tell("sla.report-generate", report, null, null);
        return report;
    }

    /**
     * @param made drafts, of first reports and of corrections
     * @param left agencies whose report is up to date
     */
    public record Generated(int made, int left) {}

    /**
     * The same for every agency that has results in the month, where there is something new to report.
     *
     * @throws Rejection REPORT_PERIOD_NOT_OVER
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SYSTEM})
    public Generated generateAll(YearMonth period, Progress progress) {
        mustBeOver(period);
        reports.lock(period);
        List<OrgNumber> agencies = reports.agencies(period);
        int made = 0;
        for (int i = 0; i < agencies.size(); i++) {
            OrgNumber agency = agencies.get(i);
            if (hasNews(period, agency)) {
                make(period, agency, reports.shortName(agency).orElseThrow());
                made++;
            }
            progress.at(i + 1, agencies.size());
        }
        return new Generated(made, agencies.size() - made);
    }

    private boolean hasNews(YearMonth period, OrgNumber agency) {
        Optional<ServiceReport> newest = reports.newest(period, agency);
        return !reports.isAnyProvisional(period, agency)
                && (newest.isEmpty()
                        || (newest.get().state().isPublished()
                                && !reports.changed(period, agency).isEmpty()));
    }

    /** Refuses a month that is not over. @throws Rejection REPORT_PERIOD_NOT_OVER */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SYSTEM})
    public void mustBeOver(YearMonth period) {
        if (!period.plusMonths(1).atDay(1).isBefore(work.today().plusDays(1))) {
            throw new Rejection(ReportReason.REPORT_PERIOD_NOT_OVER, period);
        }
        // what came in since the last evaluation of the month is in the figures before they are reported
        levels.counts(ResultQuery.of(period, Optional.empty()));
    }

    private List<StandingResult> results(YearMonth period, OrgNumber agency, boolean correction) {
        return correction ? reports.changed(period, agency) : reports.standing(period, agency);
    }

    // ---------------------------------------------------------------- the draft

    /** Takes the results that stand now into a draft. @throws Rejection REPORT_WRONG_STATE */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView refresh(String number, Integer read) {
        return work.take(number, read, ReportAction.REFRESH, null, report -> {
            YearMonth period = YearMonth.parse(report.period());
            mustBeOver(period);
            report.refresh(results(period, report.agency(), report.isCorrection()), work.now());
        });
    }

    /** The service-level manager's words on the whole; none takes them away. */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView remark(String number, Integer read, String words) {
        String kept = ReportWork.optional(words);
        return work.take(number, read, ReportAction.REMARK, kept, report -> report.remark(kept));
    }

    /** The same on a line; in a correction, why it changed. @throws Rejection UNKNOWN_REPORT_LINE */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView remark(String number, Integer read, String line, String level, String words) {
        String kept = ReportWork.optional(words);
        return work.take(
                number,
                read,
                ReportAction.REMARK,
                line + " " + level + (kept == null ? "" : ": " + kept),
                report -> report.remark(line, level, kept));
    }

    // ---------------------------------------------------------------- review and publication

    /** @throws Rejection REPORT_WRONG_STATE, REPORT_OUTDATED, REPORT_NEEDS_WHY */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView submit(String number, Integer read) {
        return work.take(number, read, ReportAction.SUBMIT, null, report -> {
            mustBeUpToDate(report);
            report.submit(work.by(), work.now());
        });
    }

    /** Back to the draft; the note says what is to be done. @throws Rejection REPORT_NEEDS_NOTE */
    @RolesAllowed({Roles.CONTROLLER, Roles.SERVICE_LEVEL_MANAGER})
    public ReportView sendBack(String number, Integer read, String note) {
        String kept = ReportWork.required(note);
        return work.take(number, read, ReportAction.RETURN, kept, ServiceReport::sendBack);
    }

    /** Reviewed; never by the one who sent it. @throws Rejection REPORT_WRONG_STATE, REPORT_FOUR_EYES */
    @RolesAllowed({Roles.CONTROLLER, Roles.SERVICE_LEVEL_MANAGER})
    public ReportView approve(String number, Integer read, String note) {
        return work.take(
                number,
                read,
                ReportAction.APPROVE,
                ReportWork.optional(note),
                report -> report.approve(work.by(), work.now()));
    }

    /**
     * From now on the agency sees it, and has its working days to answer.
     *
     * @throws Rejection REPORT_WRONG_STATE, REPORT_NOT_REVIEWED, REPORT_OUTDATED
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView publish(String number, Integer read) {
        return work.take(number, read, ReportAction.PUBLISH, null, report -> {
            ServiceReports.Terms terms = reports.terms(report.agency());
            if (report.state() == ReportState.IN_REVIEW) {
                mustBeUpToDate(report);
            }
            report.publish(work.by(), work.now(), officeDays.after(work.now(), terms.workingDays()), terms.silence());
        });
    }

    private void mustBeUpToDate(ServiceReport report) {
        YearMonth period = YearMonth.parse(report.period());
        mustBeOver(period);
        Set<Long> standing = results(period, report.agency(), report.isCorrection()).stream()
                .map(StandingResult::result)
                .collect(Collectors.toCollection(HashSet::new));
        Set<Long> shown = report.lines().stream().map(ReportLine::result).collect(Collectors.toSet());
        if (!standing.equals(shown)) {
            throw new Rejection(ReportReason.REPORT_OUTDATED, report.number());
        }
    }

    /**
     * Closes a report for good and seals it.
     *
     * @throws Rejection REPORT_WRONG_STATE, REPORT_OPEN_DISPUTES, REPORT_OPEN_LINES
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public ReportView freeze(String number, Integer read) {
        ReportView frozen =
                work.take(number, read, ReportAction.FREEZE, null, report -> report.freeze(work.by(), work.now()));
        reports.find(number).orElseThrow().seal(Fingerprints.of(frozen));
        reports.flush();
        return work.view(number);
    }
}
