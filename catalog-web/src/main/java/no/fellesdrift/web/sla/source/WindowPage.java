package no.fellesdrift.web.sla.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.AgencyNotice;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.sla.source.WindowState;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** One piece of announced work: whom it touches, and what this reader can do about it now. */
@Named
@ViewScoped
public class WindowPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MaintenanceDesk desk;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    @Inject
    transient Clock clock;

    private String key;
    private int version;
    private LocalDate fromDate;
    private LocalTime fromTime;
    private LocalDate toDate;
    private LocalTime toTime;
    private String reason;
    private transient WindowView window;
    private transient List<AgencyNotice> notices;
    private transient List<WindowView> versions;

    /** Fills the fields in when the page opens; they hold the window, or what was done once it is over. */
    public void open() {
        shown(desk.one(String.valueOf(key)));
    }

    private void shown(WindowView now) {
        window = now;
        notices = null;
        versions = null;
        version = now.version();
        Instant from = now.actualFrom() == null ? now.from() : now.actualFrom();
        Instant to = now.actualTo() == null ? now.to() : now.actualTo();
        fromDate = LocalMoment.date(from);
        fromTime = LocalMoment.time(from);
        toDate = LocalMoment.date(to);
        toTime = LocalMoment.time(to);
        reason = null;
    }

    public void approve() {
        shown(desk.approve(key, version));
        messages.done("sla.source.window.did.approve", key);
    }

    public void move() {
        shown(desk.move(key, version, from(), to(), reason));
        messages.done("sla.source.window.did.move", key);
    }

    public void cancel() {
        shown(desk.cancel(key, version, reason));
        messages.done("sla.source.window.did.cancel", key);
    }

    public void carriedOut() {
        shown(desk.carriedOut(key, version, from(), to()));
        messages.done("sla.source.window.did.record", key);
    }

    private Instant from() {
        return typed(LocalMoment.instant(fromDate, fromTime));
    }

    private Instant to() {
        return typed(LocalMoment.instant(toDate, toTime));
    }

    private static Instant typed(Instant instant) {
        if (instant == null) {
            throw new Rejection(SourceReason.TIME_MISSING);
        }
        return instant;
    }

    public WindowView getWindow() {
        if (window == null) {
            window = desk.one(String.valueOf(key));
        }
        return window;
    }

    public List<AgencyNotice> getNotices() {
        if (notices == null) {
            notices = desk.notices(String.valueOf(key));
        }
        return notices;
    }

    /** Newest first. */
    public List<WindowView> getVersions() {
        if (versions == null) {
            versions = desk.versions(String.valueOf(key)).stream()
                    .sorted((a, b) -> b.version() - a.version())
                    .toList();
        }
        return versions;
    }

    private boolean isAnnouncer() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER,ORDER_DESK");
    }

    private boolean isBegun() {
        return !getWindow().from().isAfter(clock.instant());
    }

    public boolean isApprovable() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER")
                && getWindow().state() == WindowState.ANNOUNCED
                && !me.getId().equals(getWindow().announcedBy());
    }

    /** Only somebody else can approve it. */
    public boolean isWaitingForAnother() {
        return isAnnouncer() && getWindow().state() == WindowState.ANNOUNCED && !isApprovable();
    }

    public boolean isMovable() {
        return isAnnouncer() && getWindow().open();
    }

    public boolean isRecordable() {
        return isAnnouncer() && getWindow().state() != WindowState.CANCELLED && isBegun();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public LocalDate getFromDate() {
        return fromDate;
    }

    public void setFromDate(LocalDate fromDate) {
        this.fromDate = fromDate;
    }

    public LocalTime getFromTime() {
        return fromTime;
    }

    public void setFromTime(LocalTime fromTime) {
        this.fromTime = fromTime;
    }

    public LocalDate getToDate() {
        return toDate;
    }

    public void setToDate(LocalDate toDate) {
        this.toDate = toDate;
    }

    public LocalTime getToTime() {
        return toTime;
    }

    public void setToTime(LocalTime toTime) {
        this.toTime = toTime;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
