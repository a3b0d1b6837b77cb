package no.fellesdrift.web.sla.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.source.OutageDesk;
import no.fellesdrift.sla.source.OutageForm;
import no.fellesdrift.sla.source.OutageView;
import no.fellesdrift.sla.source.SourceReason;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** An outage by hand: recorded without {@code key}, otherwise shown, ended and corrected. */
@Named
@ViewScoped
public class OutagePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OutageDesk desk;

    @Inject
    transient ExclusionDesk exclusions;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private String source;
    private String key;
    private int version;
    private String service;
    private String offering;
    private String agency;
    private final TypedPeriod when = new TypedPeriod();
    private String causedBy = "PROVIDER";
    private String impact = "FULL";
    private String text;
    private String reason;
    private transient OutageView outage;
    private transient List<OutageView> versions;

    public void open() {
        if (isNew()) {
            if (!me.has("SERVICE_LEVEL_MANAGER")) {
                throw new Rejection(SourceReason.ONLY_PROVIDER);
            }
        } else {
            shown(desk.one(source, key));
        }
    }

    private void shown(OutageView now) {
        outage = now;
        versions = null;
        version = now.version();
        service = now.service();
        offering = now.offering();
        agency = now.agency();
        when.show(now.startedAt(), now.endedAt());
        causedBy = now.causedBy();
        impact = now.impact();
        text = now.text();
        reason = null;
    }

    public String record() {
        OutageView recorded = desk.record(form());
        messages.done("sla.source.outage.did.record", recorded.outage());
        return "outage?faces-redirect=true&source=" + encoded(recorded.source()) + "&key=" + encoded(recorded.outage());
    }

    public void correct() {
        shown(desk.correct(source, key, version, form()));
        messages.done("sla.source.outage.did.correct", key);
    }

    public void end() {
        shown(desk.end(source, key));
        messages.done("sla.source.outage.did.end", key);
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private OutageForm form() {
        return new OutageForm(service, offering, agency, when.from(), when.toOrOpen(), causedBy, impact, text, reason);
    }

    public boolean isNew() {
        return key == null || key.isBlank();
    }

    public boolean isChangeable() {
        return me.has("SERVICE_LEVEL_MANAGER");
    }

    /** Whether the reader may propose that its time is left out. */
    public boolean isExcludable() {
        return exclusions.mayPropose();
    }

    public boolean isLasting() {
        return !isNew() && getOutage().endedAt() == null;
    }

    public OutageView getOutage() {
        if (outage == null && !isNew()) {
            outage = desk.one(source, key);
        }
        return outage;
    }

    /** Newest first. */
    public List<OutageView> getVersions() {
        if (versions == null) {
            versions = desk.versions(source, key).stream()
                    .sorted((a, b) -> b.version() - a.version())
                    .toList();
        }
        return versions;
    }

    public List<String> getCauses() {
        return List.of("PROVIDER", "UPSTREAM", "CUSTOMER");
    }

    public List<String> getImpacts() {
        return List.of("FULL", "DEGRADED");
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
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

    public String getCausedBy() {
        return causedBy;
    }

    public void setCausedBy(String causedBy) {
        this.causedBy = causedBy;
    }

    public String getImpact() {
        return impact;
    }

    public void setImpact(String impact) {
        this.impact = impact;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
