package no.fellesdrift.web.charge.claim;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.charge.claim.ClaimDesk;
import no.fellesdrift.charge.claim.ClaimLine;
import no.fellesdrift.charge.claim.ClaimPart;
import no.fellesdrift.charge.claim.ClaimState;
import no.fellesdrift.charge.claim.ClaimView;
import no.fellesdrift.web.frame.Format;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.TextBundles;
import no.fellesdrift.web.frame.Texts;
import no.fellesdrift.web.frame.Written;

/** One claim: its arithmetic, its letter, and what this reader can do about it now. */
@Named
@ViewScoped
public class ClaimPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ClaimDesk desk;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    @Inject
    transient Texts t;

    @Inject
    transient Format f;

    private String number;
    private String answer;
    private String language;
    private transient ClaimView view;

    public void collect() {
        view = desk.collect(number);
        messages.done("charge.claim.did.collect");
    }

    public void send() {
        view = desk.send(number);
        messages.done("charge.claim.did.send");
    }

    public void accept() {
        view = desk.accept(number, answer);
        answer = null;
        messages.done("charge.claim.did.accept");
    }

    public void reject() {
        view = desk.reject(number, answer);
        answer = null;
        messages.done("charge.claim.did.reject");
    }

    public void settle() {
        view = desk.settle(number);
        messages.done("charge.claim.did.settle");
    }

    public ClaimView getView() {
        if (view == null) {
            view = desk.claim(String.valueOf(number));
        }
        return view;
    }

    public ClaimLine getClaim() {
        return getView().claim();
    }

    /** {@code 285,00 × 14 610 ÷ 14 610 = 285,00}: the figures before the last rounding are those of the row. */
    public String working(ClaimPart part) {
        return f.amount(part.credit()) + " × " + f.number(part.supplierSeconds()) + " ÷ "
                + f.number(part.downtimeSeconds()) + " = " + f.amount(part.amount());
    }

    /** The letter's paragraphs in the language chosen for it. */
    public List<String> getLetter() {
        String in = getLanguage();
        ClaimLine claim = getClaim();
        return TextBundles.text(
                        in,
                        "charge.claim.letter",
                        claim.supplierName(),
                        claim.number(),
                        claim.contract(),
                        claim.serviceName().in(in),
                        Written.month(in, claim.period()),
                        claim.breaches(),
                        Written.money(in, claim.amount()))
                .lines()
                .toList();
    }

    private boolean may(ClaimState.Step step) {
        return getClaim().state().after(step).isPresent();
    }

    private boolean finance() {
        return me.hasAny("FINANCE_APPROVER,CONTROLLER");
    }

    public boolean isCollectable() {
        return me.has("SERVICE_LEVEL_MANAGER") && may(ClaimState.Step.COLLECT);
    }

    public boolean isSendable() {
        return finance()
                && may(ClaimState.Step.SEND)
                && !me.getId().equals(getClaim().draftedBy());
    }

    public boolean isAnswerable() {
        return finance() && may(ClaimState.Step.ACCEPT);
    }

    public boolean isSettleable() {
        return finance() && may(ClaimState.Step.SETTLE);
    }

    public boolean isActive() {
        return isCollectable() || isSendable() || isAnswerable() || isSettleable();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    /** Of the letter; the reader's own unless chosen. */
    public String getLanguage() {
        return TextBundles.LANGUAGES.contains(String.valueOf(language)) ? language : t.language();
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public List<String> getLanguages() {
        return TextBundles.LANGUAGES;
    }
}
