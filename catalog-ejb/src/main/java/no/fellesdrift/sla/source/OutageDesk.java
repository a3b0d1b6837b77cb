package no.fellesdrift.sla.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.OutageDraft;

/**
 * Outages by hand: recorded, ended, and corrected, whoever told them first. A correction is a new version of the fact;
 * the old one stays, and the months it touches are reckoned again.
 */
@Stateless
public class OutageDesk {

    @Inject
    RecordedOutages outages;

    @Inject
    Recorder recorder;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    /** @throws Rejection UNKNOWN_OUTAGE, also for one that concerns another agency alone */
    @RolesAllowed(Roles.USER)
    public OutageView one(String source, String key) {
        OutageView outage =
                outages.find(source, key).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_OUTAGE, key));
        if (outage.agency() != null) {
            caller.get().mustSee(OrgNumber.of(outage.agency()), SourceReason.UNKNOWN_OUTAGE, key);
        }
        return outage;
    }

    /** What was told of it, oldest first. @throws Rejection UNKNOWN_OUTAGE */
    @RolesAllowed(Roles.USER)
    public List<OutageView> versions(String source, String key) {
        one(source, key);
        return outages.versions(source, key);
    }

    /** @throws Rejection WRONG with the fields */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public OutageView record(@Valid OutageForm form) {
        String key = outages.nextKey();
        store(MaintenanceDesk.SOURCE, key, form);
        fire("record-outage", key, form.agency(), null, Windows.span(form.startedAt(), form.endedAt()), form.reason());
        return one(MaintenanceDesk.SOURCE, key);
    }

    /** @throws Rejection UNKNOWN_OUTAGE, STALE, NOTHING_CHANGED, END_IN_FUTURE, WRONG with the fields */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public OutageView correct(String source, String key, Integer version, @Valid OutageForm form) {
        OutageView before = one(source, key);
        if (version != null && version != before.version()) {
            throw new Rejection(SourceReason.STALE);
        }
        store(source, key, form);
        OutageView now = one(source, key);
        if (now.version() == before.version()) {
            throw new Rejection(SourceReason.NOTHING_CHANGED);
        }
        fire(
                "correct-outage",
                key,
                form.agency(),
                Windows.span(before.startedAt(), before.endedAt()),
                Windows.span(form.startedAt(), form.endedAt()),
                form.reason());
        return now;
    }

    /** It ended now. @throws Rejection UNKNOWN_OUTAGE, OUTAGE_ENDED */
    @RolesAllowed(Roles.SERVICE_LEVEL_MANAGER)
    public OutageView end(String source, String key) {
        OutageView outage = one(source, key);
        if (outage.endedAt() != null) {
            throw new Rejection(SourceReason.OUTAGE_ENDED, key);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        recorder.outage(new OutageDraft(
                key,
                outage.service(),
                outage.offering(),
                outage.agency(),
                outage.startedAt(),
                now,
                outage.causedBy(),
                outage.impact(),
                source,
                outage.text()));
        fire(
                "end-outage",
                key,
                outage.agency(),
                Windows.span(outage.startedAt(), null),
                Windows.span(outage.startedAt(), now),
                null);
        return one(source, key);
    }

    private void store(String source, String key, OutageForm form) {
        if (form.endedAt() != null && form.endedAt().isAfter(clock.instant())) {
            throw new Rejection(SourceReason.END_IN_FUTURE);
        }
        recorder.outage(new OutageDraft(
                key,
                form.service(),
                form.offering(),
                form.agency(),
                form.startedAt(),
                form.endedAt(),
                form.causedBy(),
                form.impact(),
                source,
                form.text()));
    }

    private void fire(String verb, String key, String agency, String from, String to, String note) {
        happened.fire(new Happened(
                "sla." + verb,
                "Outage",
                key,
                agency == null || agency.isBlank() ? null : OrgNumber.of(agency),
                from,
                to,
                note));
    }
}
