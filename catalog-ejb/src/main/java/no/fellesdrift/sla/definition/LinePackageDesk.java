package no.fellesdrift.sla.definition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.SlaReason;

/** What an agreement line is promised: the offering's package it began with, or another from a date. */
@Stateless
public class LinePackageDesk {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    @Inject
    LinePackages lines;

    @Inject
    LevelVersions levels;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /**
     * In order of time; the first is what the line began with.
     *
     * @throws Rejection UNKNOWN_LINE, also for another agency's
     */
    @RolesAllowed(Roles.USER)
    public List<LinePackageView> promised(String line) {
        agency(line);
        return lines.of(line);
    }

    private OrgNumber agency(String line) {
        OrgNumber agency = lines.agency(line).orElseThrow(() -> new Rejection(SlaReason.UNKNOWN_LINE, line));
        caller.get().mustSee(agency, SlaReason.UNKNOWN_LINE, line);
        return agency;
    }

    /**
     * Promises another package from a coming day, on which a period of every level of both packages begins.
     *
     * @throws Rejection UNKNOWN_LINE, UNKNOWN_PACKAGE, NOT_COMING, BEFORE_NEWEST, NOT_PERIOD_START
     */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public LinePackageView promise(String line, @Valid LinePackageDraft draft) {
        OrgNumber agency = agency(line);
        if (levels.packages().stream().noneMatch(one -> one.code().equals(draft.servicePackage()))) {
            throw new Rejection(DefinitionReason.UNKNOWN_PACKAGE, draft.servicePackage());
        }
        List<LinePackageView> promised = lines.of(line);
        LinePackageView newest = promised.get(promised.size() - 1);
        Succession.mustCome(draft.validFrom(), LocalDate.ofInstant(clock.instant(), ZONE));
        Succession.mustFollow(draft.validFrom(), newest.valid());
        Succession.mustBeginPeriod(
                draft.validFrom(), lines.months(newest.servicePackage(), draft.servicePackage(), draft.validFrom()));
        lines.add(line, draft, caller.get().id(), clock.instant());
        happened.fire(new Happened(
                "sla.line-package",
                "AgreementLine",
                line,
                agency,
                newest.servicePackage(),
                draft.servicePackage(),
                draft.reason()));
        List<LinePackageView> now = lines.of(line);
        return now.get(now.size() - 1);
    }
}
