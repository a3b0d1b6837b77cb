package no.fellesdrift.sla.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.Happened;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.PageRequest;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.sla.MaintenanceDraft;

/**
 * Announced work: what it means before it is sent, announced, approved by somebody else, moved, called off, and what
 * was really done. An agency sees what touches its lines. Work that machines or files told is approved and recorded here
 * as well.
 */
@Stateless
public class MaintenanceDesk {

    /** Of work that is announced here. */
    public static final String SOURCE = "fellesdrift";

    /** How long a calendar shows what is over. */
    private static final Duration SHOWN = Duration.ofDays(60);

    @Inject
    Windows windows;

    @Inject
    Recorder recorder;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Event<Happened> happened;

    @Inject
    Event<MaintenanceTold> told;

    // ---------------------------------------------------------------- reading

    /** @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public Paged<WindowView> list(WindowFilter filter, PageRequest page) {
        return windows.page(filter, agency(filter), clock.instant(), page);
    }

    /** Hands out the same one by one, for a file. @throws Rejection UNKNOWN_ORGANISATION, UNKNOWN_SORT */
    @RolesAllowed(Roles.USER)
    public void forEach(WindowFilter filter, List<String> sort, Consumer<WindowView> each) {
        windows.forEach(filter, agency(filter), clock.instant(), sort, each);
    }

    /** For a calendar: what comes, and what was called off or carried out in the last sixty days. */
    @RolesAllowed(Roles.USER)
    public List<WindowView> calendar() {
        Instant since = clock.instant().minus(SHOWN);
        WindowFilter all = new WindowFilter(false, Optional.empty(), Optional.empty(), Optional.empty());
        return windows.page(all, agency(all), clock.instant(), PageRequest.first(PageRequest.MAX_SIZE)).items().stream()
                .filter(window -> window.to().isAfter(since))
                .toList();
    }

    /** @throws Rejection UNKNOWN_WINDOW, also for work for another agency alone */
    @RolesAllowed(Roles.USER)
    public WindowView one(String key) {
        WindowView window = windows.find(key).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_WINDOW, key));
        if (window.agency() != null) {
            caller.get().mustSee(OrgNumber.of(window.agency()), SourceReason.UNKNOWN_WINDOW, key);
        }
        return window;
    }

    /** What has been announced of it, oldest first. @throws Rejection UNKNOWN_WINDOW */
    @RolesAllowed(Roles.USER)
    public List<WindowView> versions(String key) {
        return windows.versions(one(key));
    }

    /** Whom the work touches and whether they were told in time; an agency reads of itself. */
    @RolesAllowed(Roles.USER)
    public List<AgencyNotice> notices(String key) {
        WindowView window = one(key);
        return AgencyNotice.of(touched(window), window.announcedAt(), window.from(), window.interrupts());
    }

    /**
     * What the work would mean if it were announced now.
     *
     * @throws Rejection UNKNOWN_SERVICE, WINDOW_IN_PAST, WINDOW_ENDS_FIRST
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER, Roles.ORDER_DESK})
    public List<AgencyNotice> assess(@Valid WindowDraft draft) {
        check(draft.service(), draft.from(), draft.to());
        return AgencyNotice.of(
                windows.touched(
                        draft.service(),
                        blank(draft.offering()),
                        blank(draft.agency()),
                        draft.from(),
                        draft.to(),
                        Optional.empty()),
                now(),
                draft.from(),
                draft.interrupts());
    }

    // ---------------------------------------------------------------- announcing

    /**
     * Announces work: from now on the agencies it touches know, and somebody else is to approve it.
     *
     * @throws Rejection UNKNOWN_SERVICE, WINDOW_IN_PAST, WINDOW_ENDS_FIRST, WRONG
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER, Roles.ORDER_DESK})
    public WindowView announce(@Valid WindowDraft draft) {
        LocalizedText name = check(draft.service(), draft.from(), draft.to());
        String key = windows.nextKey();
        recorder.maintenance(new MaintenanceDraft(
                key,
                draft.service(),
                blank(draft.offering()),
                blank(draft.agency()),
                draft.from(),
                draft.to(),
                null,
                null,
                draft.interrupts(),
                draft.performedBy(),
                now(),
                null,
                null,
                SOURCE,
                draft.text(),
                who(),
                false));
        WindowView window = windows.find(key).orElseThrow();
        fire("announce", window, null, WindowState.ANNOUNCED.name(), null);
        tell(MaintenanceTold.What.ANNOUNCED, window, name);
        return window;
    }

    /**
     * Approves it, by somebody other than the one who announced or moved it last.
     *
     * @throws Rejection UNKNOWN_WINDOW, WINDOW_OVER, WINDOW_APPROVED, WINDOW_OWN, STALE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER})
    public WindowView approve(String key, Integer version) {
        WindowView window = open(key, version);
        if (window.state() == WindowState.APPROVED) {
            throw new Rejection(SourceReason.WINDOW_APPROVED, key);
        }
        if (caller.get().id().equals(window.announcedBy())) {
            throw new Rejection(SourceReason.WINDOW_OWN, key);
        }
        recorder.maintenance(with(
                window,
                window.from(),
                window.to(),
                window.announcedAt(),
                window.announcedBy(),
                caller.get().id(),
                now(),
                false));
        fire("approve-maintenance", window, window.state().name(), WindowState.APPROVED.name(), null);
        return windows.find(key).orElseThrow();
    }

    /**
     * Moves it: announced anew with another window, and to be approved again.
     *
     * @throws Rejection UNKNOWN_WINDOW, WINDOW_OVER, WINDOW_IN_PAST, WINDOW_ENDS_FIRST, NOTHING_CHANGED, STALE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER, Roles.ORDER_DESK})
    public WindowView move(String key, Integer version, Instant from, Instant to, String reason) {
        WindowView window = open(key, version);
        LocalizedText name = check(window.service(), from, to);
        if (from.equals(window.from()) && to.equals(window.to())) {
            throw new Rejection(SourceReason.NOTHING_CHANGED);
        }
        recorder.maintenance(with(window, from, to, now(), who(), null, null, false));
        WindowView moved = windows.find(key).orElseThrow();
        fire("move-maintenance", moved, Windows.span(window.from(), window.to()), Windows.span(from, to), reason);
        tell(MaintenanceTold.What.MOVED, moved, name);
        return moved;
    }

    /** Calls it off. @throws Rejection UNKNOWN_WINDOW, WINDOW_OVER, STALE */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER, Roles.ORDER_DESK})
    public WindowView cancel(String key, Integer version, String reason) {
        WindowView window = open(key, version);
        recorder.maintenance(with(
                window,
                window.from(),
                window.to(),
                window.announcedAt(),
                window.announcedBy(),
                window.approvedBy(),
                window.approvedAt(),
                true));
        fire("cancel-maintenance", window, window.state().name(), WindowState.CANCELLED.name(), reason);
        tell(MaintenanceTold.What.CANCELLED, window, window.serviceName());
        return windows.find(key).orElseThrow();
    }

    /**
     * Records when the work was really done; told again it corrects. Work that interrupts is an outage from then to then,
     * and what lies within the window, approved and told in time, is taken out of it.
     *
     * @throws Rejection UNKNOWN_WINDOW, WINDOW_OVER when it was called off, NOT_BEGUN, END_IN_FUTURE,
     *     WINDOW_ENDS_FIRST, STALE
     */
    @RolesAllowed({Roles.SERVICE_LEVEL_MANAGER, Roles.SERVICE_OWNER, Roles.ORDER_DESK})
    public WindowView carriedOut(String key, Integer version, Instant from, Instant to) {
        WindowView window = fresh(key, version);
        if (window.state() == WindowState.CANCELLED) {
            throw new Rejection(SourceReason.WINDOW_OVER, key);
        }
        Instant now = now();
        if (from.isAfter(now)) {
            throw new Rejection(SourceReason.NOT_BEGUN);
        }
        if (to.isAfter(now)) {
            throw new Rejection(SourceReason.END_IN_FUTURE);
        }
        if (!to.isAfter(from)) {
            throw new Rejection(SourceReason.WINDOW_ENDS_FIRST);
        }
        recorder.maintenance(new MaintenanceDraft(
                window.maintenance(),
                window.service(),
                window.offering(),
                window.agency(),
                window.from(),
                window.to(),
                from,
                to,
                window.interrupts(),
                window.performedBy(),
                window.announcedAt(),
                window.approvedBy(),
                window.approvedAt(),
                window.source(),
                window.text(),
                window.announcedBy(),
                false));
        fire("record-maintenance", window, window.state().name(), WindowState.DONE.name(), Windows.span(from, to));
        return windows.find(key).orElseThrow();
    }

    // ---------------------------------------------------------------- helpers

    private WindowView fresh(String key, Integer version) {
        WindowView window = one(key);
        if (version != null && version != window.version()) {
            throw new Rejection(SourceReason.STALE);
        }
        return window;
    }

    private WindowView open(String key, Integer version) {
        WindowView window = fresh(key, version);
        if (!window.open()) {
            throw new Rejection(SourceReason.WINDOW_OVER, key);
        }
        return window;
    }

    private static MaintenanceDraft with(
            WindowView window,
            Instant from,
            Instant to,
            Instant announcedAt,
            String announcedBy,
            String approvedBy,
            Instant approvedAt,
            boolean cancelled) {
        return new MaintenanceDraft(
                window.maintenance(),
                window.service(),
                window.offering(),
                window.agency(),
                from,
                to,
                null,
                null,
                window.interrupts(),
                window.performedBy(),
                announcedAt,
                approvedBy,
                approvedAt,
                window.source(),
                window.text(),
                announcedBy,
                cancelled);
    }

    private LocalizedText check(String service, Instant from, Instant to) {
        LocalizedText name =
                windows.serviceName(service).orElseThrow(() -> new Rejection(SourceReason.UNKNOWN_SERVICE, service));
        if (!to.isAfter(from)) {
            throw new Rejection(SourceReason.WINDOW_ENDS_FIRST);
        }
        if (!from.isAfter(clock.instant())) {
            throw new Rejection(SourceReason.WINDOW_IN_PAST);
        }
        return name;
    }

    private List<AffectedLine> touched(WindowView window) {
        return windows.touched(
                window.service(),
                window.offering(),
                window.agency(),
                window.from(),
                window.to(),
                caller.get().onlyAgency());
    }

    private void tell(MaintenanceTold.What what, WindowView window, LocalizedText name) {
        Set<String> agencies =
                touched(window).stream().map(AffectedLine::agency).collect(Collectors.toSet());
        told.fire(new MaintenanceTold(
                what, window.maintenance(), name, window.from(), window.to(), window.interrupts(), agencies));
    }

    private void fire(String verb, WindowView window, String from, String to, String note) {
        happened.fire(new Happened(
                "sla." + verb,
                "Maintenance",
                window.maintenance(),
                window.agency() == null ? null : OrgNumber.of(window.agency()),
                from,
                to,
                note));
    }

    private Optional<OrgNumber> agency(WindowFilter filter) {
        Caller who = caller.get();
        return who.agencyFilter(filter.organisation(), SourceReason.UNKNOWN_ORGANISATION);
    }

    /** The person; none when a key asks that is nobody's. */
    private String who() {
        return caller.get().id().startsWith("key-") ? null : caller.get().id();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
