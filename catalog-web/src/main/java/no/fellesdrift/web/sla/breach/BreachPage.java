package no.fellesdrift.web.sla.breach;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.fellesdrift.charge.CreditDesk;
import no.fellesdrift.charge.ServiceCredit;
import no.fellesdrift.sla.breach.ActionDraft;
import no.fellesdrift.sla.breach.BreachDesk;
import no.fellesdrift.sla.breach.BreachLine;
import no.fellesdrift.sla.breach.BreachState;
import no.fellesdrift.sla.breach.BreachStep;
import no.fellesdrift.sla.breach.BreachView;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Written;

/** One breach, and what this reader can do about it now. */
@Named
@ViewScoped
public class BreachPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BreachDesk desk;

    @Inject
    transient CreditDesk credits;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    @Inject
    transient Clock clock;

    private String number;
    private String analysis;
    private String what;
    private String responsible;
    private LocalDate due;
    private String owner;
    private String comment;
    private transient BreachView view;
    private transient Optional<ServiceCredit> credit;

    public void analyse() {
        view = desk.analyse(number, analysis);
        messages.done("sla.breach.did.analyse");
    }

    public void add() {
        view = desk.add(number, new ActionDraft(what, responsible, due));
        what = null;
        due = null;
        messages.done("sla.breach.did.add");
    }

    public void agree() {
        view = desk.agree(number);
        messages.done("sla.breach.did.agree");
    }

    public void done(int position) {
        view = desk.done(number, position);
        messages.done("sla.breach.did.done");
    }

    public void finish() {
        view = desk.finish(number);
        messages.done("sla.breach.did.finish");
    }

    public void close() {
        view = desk.close(number);
        messages.done("sla.breach.did.close");
    }

    public void handOver() {
        view = desk.handOver(number, owner);
        messages.done("sla.breach.did.hand-over", view.breach().ownerName());
    }

    public void say() {
        view = desk.comment(number, comment);
        comment = null;
        messages.done("sla.breach.did.comment");
    }

    public BreachView getView() {
        if (view == null) {
            view = desk.breach(String.valueOf(number));
        }
        return view;
    }

    public BreachLine getBreach() {
        return getView().breach();
    }

    /** What it gives back by the agreement; absent when nothing. */
    public ServiceCredit getCredit() {
        if (credit == null) {
            BreachLine breach = getBreach();
            credit = breach.consequence().equals("SERVICE_CREDIT") && breach.state() != BreachState.VOID
                    ? credits.credits(breach.period(), Optional.of(breach.organisation()), Optional.empty()).stream()
                            .filter(one -> one.line().equals(breach.line())
                                    && one.level().equals(breach.level()))
                            .findFirst()
                    : Optional.empty();
        }
        return credit.orElse(null);
    }

    public boolean isMine() {
        return desk.isMine(getBreach());
    }

    private boolean may(BreachStep step) {
        return getBreach().state().after(step).isPresent();
    }

    public boolean isAnalysable() {
        return isMine() && may(BreachStep.ANALYSE);
    }

    public boolean isPlannable() {
        return isMine() && may(BreachStep.ADD_ACTION);
    }

    public boolean isAgreeable() {
        return me.has("SERVICE_LEVEL_MANAGER")
                && may(BreachStep.AGREE)
                && !getView().actions().isEmpty();
    }

    public boolean isFinishable() {
        return isMine()
                && may(BreachStep.FINISH)
                && getView().actions().stream().allMatch(BreachView.Action::isDone);
    }

    public boolean isClosable() {
        return me.has("SERVICE_LEVEL_MANAGER")
                && (may(BreachStep.CLOSE)
                        || (may(BreachStep.CLOSE_WITHOUT_PLAN)
                                && !getView().isPlanOwed()
                                && getView().actions().isEmpty()));
    }

    public boolean isHandable() {
        return isMine() && may(BreachStep.HAND_OVER);
    }

    public boolean isDoable(BreachView.Action action) {
        return may(BreachStep.ACTION_DONE)
                && !action.isDone()
                && (isMine() || action.responsible().equals(me.getId()));
    }

    public boolean isSayable() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,SERVICE_OWNER,ORDERER,APPROVER,AGENCY_FINANCE,SECURITY_OFFICER,"
                + "SYSTEM_OWNER");
    }

    public boolean isActive() {
        return isAnalysable() || isAgreeable() || isFinishable() || isClosable();
    }

    public boolean isLate(BreachView.Action action) {
        return action.isOverdue(LocalDate.ofInstant(clock.instant(), Written.OSLO));
    }

    public List<BreachDesk.Colleague> getColleagues() {
        return desk.colleagues();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getAnalysis() {
        return analysis == null ? getView().analysis() : analysis;
    }

    public void setAnalysis(String analysis) {
        this.analysis = analysis;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }

    public String getResponsible() {
        return responsible == null ? getBreach().owner() : responsible;
    }

    public void setResponsible(String responsible) {
        this.responsible = responsible;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate due) {
        this.due = due;
    }

    public String getOwner() {
        return owner == null ? getBreach().owner() : owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
