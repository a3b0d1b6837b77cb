package no.fellesdrift.web.sla.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import no.fellesdrift.sla.source.AgencyNotice;
import no.fellesdrift.sla.source.MaintenanceDesk;
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
    private final TypedPeriod when = new TypedPeriod();
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
        when.show(
                now.actualFrom() == null ? now.from() : now.actualFrom(),
                now.actualTo() == null ? now.to() : now.actualTo());
        reason = null;
    }

    public void approve() {
        shown(desk.approve(key, version));
        messages.done("sla.source.window.did.approve", key);
    }

    public void move() {
        shown(desk.move(key, version, when.from(), when.to(), reason));
        messages.done("sla.source.window.did.move", key);
    }

    public void cancel() {
        shown(desk.cancel(key, version, reason));
        messages.done("sla.source.window.did.cancel", key);
    }

    public void carriedOut() {
        shown(desk.carriedOut(key, version, when.from(), when.to()));
        messages.done("sla.source.window.did.record", key);
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

    public TypedPeriod getWhen() {
        return when;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
