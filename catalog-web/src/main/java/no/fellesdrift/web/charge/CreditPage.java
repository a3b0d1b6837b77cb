package no.fellesdrift.web.charge;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.charge.AdjustmentDesk;
import no.fellesdrift.charge.CreditAdjustment;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.CreditState;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** One credit: its arithmetic, and what this reader can do about it now. */
@Named
@ViewScoped
public class CreditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CreditDesk desk;

    @Inject
    transient AdjustmentDesk adjusting;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private String id;
    private String reason;
    private transient ServiceCredit credit;
    private transient List<CreditAdjustment> adjustments;

    public void propose() {
        credit = desk.propose(id);
        messages.done("charge.credit.did.propose");
    }

    public void approve() {
        credit = desk.approve(id);
        messages.done("charge.credit.did.approve");
    }

    public void reject() {
        credit = desk.reject(id, reason);
        reason = null;
        messages.done("charge.credit.did.reject");
    }

    public void proposeAdjustment() {
        adjusting.propose(id);
        adjustments = null;
        messages.done("charge.adjustment.did.propose");
    }

    public void approveAdjustment() {
        adjusting.approve(id);
        adjustments = null;
        messages.done("charge.adjustment.did.approve");
    }

    public void rejectAdjustment() {
        adjusting.reject(id, reason);
        reason = null;
        adjustments = null;
        messages.done("charge.adjustment.did.reject");
    }

    /** Oldest first; only a credit that was approved has any. */
    public List<CreditAdjustment> getAdjustments() {
        if (adjustments == null) {
            adjustments = getCredit().state() == CreditState.APPROVED ? adjusting.of(id) : List.of();
        }
        return adjustments;
    }

    public boolean isAdjustable() {
        return me.has("SERVICE_LEVEL_MANAGER")
                && getAdjustments().stream().anyMatch(one -> one.state() == CreditState.DUE);
    }

    public boolean isAdjustmentDecidable() {
        return me.has("FINANCE_APPROVER")
                && getAdjustments().stream()
                        .anyMatch(one -> one.state() == CreditState.PROPOSED
                                && !me.getId().equals(one.proposedBy()));
    }

    public ServiceCredit getCredit() {
        if (credit == null) {
            credit = desk.credit(String.valueOf(id));
        }
        return credit;
    }

    public boolean isProposable() {
        return me.has("SERVICE_LEVEL_MANAGER")
                && getCredit().state() == CreditState.DUE
                && !getCredit().provisional();
    }

    public boolean isDecidable() {
        return me.has("FINANCE_APPROVER")
                && getCredit().state() == CreditState.PROPOSED
                && !me.getId().equals(getCredit().proposedBy());
    }

    /** One step per line. */
    public List<String> getSteps() {
        return getCredit().working().lines().toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
