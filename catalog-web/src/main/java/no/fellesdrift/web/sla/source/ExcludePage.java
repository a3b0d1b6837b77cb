package no.fellesdrift.web.sla.source;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionDraft;
import no.fellesdrift.sla.ExclusionView;
import no.fellesdrift.sla.SlaReason;
import no.fellesdrift.sla.source.OutageDesk;
import no.fellesdrift.sla.source.OutageView;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** A time to be left out of an agency's figures, as either side proposes it; begun from an outage where one is named. */
@Named
@ViewScoped
public class ExcludePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ExclusionDesk desk;

    @Inject
    transient OutageDesk outages;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private String source;
    private String outage;
    private String service;
    private String offering;
    private String agency;
    private final TypedPeriod when = new TypedPeriod();
    private String reason;
    private String summary;

    public void open() {
        if (!desk.mayPropose()) {
            throw new Rejection(SlaReason.ONLY_PARTIES);
        }
        if (outage != null && !outage.isBlank()) {
            OutageView begun = outages.one(source, outage);
            service = begun.service();
            offering = begun.offering();
            agency = begun.agency();
            when.show(begun.startedAt(), begun.endedAt());
        }
    }

    public String propose() {
        ExclusionView proposed = desk.propose(
                new ExclusionDraft(null, service, offering, agency, when.from(), when.to(), reason, summary));
        messages.done("sla.exclusion.proposed-done", proposed.exclusion());
        return "exclusion?faces-redirect=true&key=" + proposed.exclusion();
    }

    /** Which agency's figures: the provider says so, an agency speaks of its own. */
    public boolean isOfAnyAgency() {
        return me.has("SERVICE_LEVEL_MANAGER");
    }

    public List<String> getReasons() {
        return List.of("CUSTOMER_CAUSED", "FORCE_MAJEURE");
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getOutage() {
        return outage;
    }

    public void setOutage(String outage) {
        this.outage = outage;
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }
}
