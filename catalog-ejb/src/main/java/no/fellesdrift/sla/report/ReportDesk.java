package no.fellesdrift.sla.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;

/**
 * Service reports to read. An agency sees its own from their publication on, observers the published ones, and those of
 * the provider who work on reports all of them.
 */
@Stateless
public class ReportDesk {

    @Inject
    ReportWork work;

    @Inject
    ReportLists lists;

    @Inject
    ReportChanges changes;

    /** Newest month first unless sorted otherwise. @throws Rejection UNKNOWN_REPORT for another agency's */
    @RolesAllowed(Roles.USER)
    public Paged<ReportRow> list(ReportFilter filter, PageRequest page) {
        return lists.page(
                filter,
                work.caller.get().agencyFilter(filter.organisation(), ReportReason.UNKNOWN_REPORT),
                !work.seesDrafts(),
                page);
    }

    /** Hands out the same one by one, for a file. @throws Rejection UNKNOWN_REPORT before the first, for another's */
    @RolesAllowed(Roles.USER)
    public void forEach(ReportFilter filter, List<String> sort, Consumer<ReportRow> each) {
        lists.forEach(
                filter,
                work.caller.get().agencyFilter(filter.organisation(), ReportReason.UNKNOWN_REPORT),
                !work.seesDrafts(),
                sort,
                each);
    }

    /** The months that have reports for the caller to see, newest first. */
    @RolesAllowed(Roles.USER)
    public List<YearMonth> periods() {
        return lists.periods(work.caller.get().onlyAgency(), !work.seesDrafts());
    }

    /** @throws Rejection UNKNOWN_REPORT, also for another agency's, and for one that is not published */
    @RolesAllowed(Roles.USER)
    public ReportView report(String number) {
        return work.view(number);
    }

    /** The same with the names of services in this language, {@code nb}, {@code nn} or {@code en}. */
    @RolesAllowed(Roles.USER)
    public ReportView report(String number, String language) {
        return work.view(number, language);
    }

    /**
     * Whether a frozen report still says what it said.
     *
     * @param stored when it was frozen; null before
     * @param computed from what is kept now
     */
    public record Check(String number, String stored, String computed, boolean matches) {}

    /** @throws Rejection UNKNOWN_REPORT */
    @RolesAllowed(Roles.USER)
    public Check check(String number) {
        ReportView report = work.view(number);
        String computed = Fingerprints.of(report);
        return new Check(report.number(), report.fingerprint(), computed, computed.equals(report.fingerprint()));
    }

    /** The text that the fingerprint is computed over. @throws Rejection UNKNOWN_REPORT */
    @RolesAllowed(Roles.USER)
    public String content(String number) {
        return Fingerprints.content(work.view(number));
    }

    /**
     * The result versions that came after the report of their month had been published, newest first.
     *
     * @throws Rejection UNKNOWN_REPORT for another agency's
     */
    @RolesAllowed(Roles.USER)
    public Paged<ChangeView> changes(Optional<YearMonth> period, Optional<OrgNumber> organisation, PageRequest page) {
        return changes.page(
                period,
                work.caller.get().agencyFilter(organisation, ReportReason.UNKNOWN_REPORT),
                !work.seesDrafts(),
                page,
                work.caller.get().language());
    }
}
