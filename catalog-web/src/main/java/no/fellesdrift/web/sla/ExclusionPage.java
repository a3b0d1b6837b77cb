package no.fellesdrift.web.sla;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import no.fellesdrift.catalogue.CatalogueDesk;
import no.fellesdrift.catalogue.ServiceCode;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.party.PartyDesk;
import no.fellesdrift.sla.ExclusionDesk;
import no.fellesdrift.sla.ExclusionView;
import no.fellesdrift.web.frame.Messages;

/** A time that somebody wants left out of the figures, and the other side's approval. */
@Named
@ViewScoped
public class ExclusionPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ExclusionDesk desk;

    @Inject
    transient CatalogueDesk catalogue;

    @Inject
    transient PartyDesk parties;

    @Inject
    transient Messages messages;

    private String key;
    private transient ExclusionView exclusion;

    @PostConstruct
    void open() {
        key = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("key", "");
        exclusion = desk.one(key);
    }

    public void approve() {
        exclusion = desk.approve(key);
        messages.done("sla.exclusion.approved-done", key);
    }

    public ExclusionView getExclusion() {
        if (exclusion == null) {
            exclusion = desk.one(key);
        }
        return exclusion;
    }

    public boolean isApprovable() {
        return desk.waits(key);
    }

    public LocalizedText getServiceName() {
        return catalogue
                .detail(ServiceCode.of(getExclusion().service()))
                .service()
                .name();
    }

    public String getAgencyName() {
        String agency = getExclusion().organisation();
        return agency == null ? "" : parties.organisation(OrgNumber.of(agency)).name();
    }
}
