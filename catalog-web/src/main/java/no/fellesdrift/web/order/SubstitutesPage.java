package no.fellesdrift.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Role;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.Colleague;
import no.fellesdrift.order.OrderReason;
import no.fellesdrift.order.SubstituteDraft;
import no.fellesdrift.order.SubstituteView;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.Messages;

/** Who approves while an approver is away: the approver says so before, and takes it back when home again. */
@Named
@ViewScoped
public class SubstitutesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String HERE = "/orders/substitutes.xhtml?faces-redirect=true";

    @Inject
    ApprovalDesk desk;

    @Inject
    CurrentCaller caller;

    @Inject
    Messages messages;

    private String substitute;
    private LocalDate from;
    private LocalDate lastDay;
    private transient List<SubstituteView> substitutes;
    private transient List<Colleague> colleagues;

    @PostConstruct
    void open() {
        if (!caller.get().has(Role.APPROVER)) {
            throw new Rejection(OrderReason.ONLY_APPROVERS);
        }
    }

    public String appoint() {
        SubstituteView made = desk.appointSubstitute(new SubstituteDraft(substitute, from, lastDay.plusDays(1)));
        messages.done("order.substitutes.appointed", made.substituteName());
        return HERE;
    }

    public String end(SubstituteView one) {
        desk.endSubstitute(one.id());
        messages.done("order.substitutes.ended", one.substituteName());
        return HERE;
    }

    public boolean isMine(SubstituteView one) {
        return one.approver().equals(caller.get().id());
    }

    public List<SubstituteView> getSubstitutes() {
        if (substitutes == null) {
            substitutes = desk.substitutes();
        }
        return substitutes;
    }

    public List<Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = desk.colleagues();
        }
        return colleagues;
    }

    public String getSubstitute() {
        return substitute;
    }

    public void setSubstitute(String substitute) {
        this.substitute = substitute;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
