package no.fellesdrift.web.sla.source;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.source.AgencyNotice;
import no.fellesdrift.sla.source.MaintenanceDesk;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.sla.source.WindowDraft;
import no.fellesdrift.sla.source.WindowView;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** Announcing work: what it is, then whom it touches and whether they are told in time, then it is sent. */
@Named
@ViewScoped
public class AnnouncePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MaintenanceDesk desk;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    @Inject
    transient Clock clock;

    private String service;
    private String offering;
    private String agency;
    private final TypedPeriod when = new TypedPeriod();
    private boolean interrupts = true;
    private String performedBy = "PROVIDER";
    private String text;
    private boolean reviewing;
    private transient List<AgencyNotice> notices;

    @PostConstruct
    void open() {
        if (!me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER,ORDER_DESK")) {
            throw new Rejection(SourceReason.ONLY_PROVIDER);
        }
    }

    public void review() {
        notices = desk.assess(draft());
        reviewing = true;
    }

    public void change() {
        reviewing = false;
    }

    public String send() {
        WindowView window = desk.announce(draft());
        messages.done("sla.source.window.did.announce", window.maintenance());
        return "window?faces-redirect=true&key=" + window.maintenance();
    }

    private WindowDraft draft() {
        return new WindowDraft(service, offering, agency, when.begun(), when.ended(), interrupts, performedBy, text);
    }

    public WindowDraft getDraft() {
        return draft();
    }

    /** Whole seconds. */
    public long getLength() {
        WindowDraft draft = draft();
        return draft.from() == null || draft.to() == null
                ? 0
                : Duration.between(draft.from(), draft.to()).toSeconds();
    }

    /** Hours from now until it begins. */
    public long getNotice() {
        WindowDraft draft = draft();
        return draft.from() == null
                ? 0
                : Duration.between(clock.instant(), draft.from()).toHours();
    }

    /** What is odd about the typed times; see {@link LocalMoment#oddity}. */
    public String getOddity() {
        return when.oddity();
    }

    public List<AgencyNotice> getNotices() {
        if (notices == null) {
            notices = reviewing ? desk.assess(draft()) : List.of();
        }
        return notices;
    }

    public boolean isLate() {
        return getNotices().stream().anyMatch(notice -> notice.outcome() == AgencyNotice.Outcome.TOO_LATE);
    }

    public boolean isReviewing() {
        return reviewing;
    }

    public List<String> getCauses() {
        return List.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getOffering() {
        return offering;
    }

    public void setOffering(String offering) {
        this.offering = offering;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public TypedPeriod getWhen() {
        return when;
    }

    public boolean isInterrupts() {
        return interrupts;
    }

    public void setInterrupts(boolean interrupts) {
        this.interrupts = interrupts;
    }

    public String getPerformedBy() {
        return performedBy;
    }

    public void setPerformedBy(String performedBy) {
        this.performedBy = performedBy;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
