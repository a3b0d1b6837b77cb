package no.fellesdrift.web.order;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.fellesdrift.agreement.AgreementDesk;
import no.fellesdrift.agreement.AgreementView;
import no.fellesdrift.agreement.LineView;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.catalogue.OfferingDesk;
import no.fellesdrift.catalogue.OfferingView;
import no.fellesdrift.catalogue.OrderFormView;
import no.fellesdrift.catalogue.OrderFormView.Question;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.order.ApprovalDesk;
import no.fellesdrift.order.ItemKind;
import no.fellesdrift.order.OfficeDays;
import no.fellesdrift.order.OrderDesk;
import no.fellesdrift.order.OrderDraft;
import no.fellesdrift.order.OrderPreview;
import no.fellesdrift.order.OrderReason;
import no.fellesdrift.order.OrderView;
import no.fellesdrift.party.CurrentCaller;
import no.fellesdrift.web.frame.Messages;
import no.fellesdrift.web.frame.Texts;

/** Ordering: the offering's form, a review with estimate and budget, and then the order. */
@Named
@ViewScoped
public class NewOrderPage implements Serializable {

    private static final long BYTES_IN_MB = 1_000_000;
    private static final String WANTED_DATE = "wanted_date";

    @Inject
    OrderDesk desk;

    @Inject
    ApprovalDesk approval;

    @Inject
    OfferingDesk offerings;

    @Inject
    AgreementDesk agreements;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    @Inject
    Messages messages;

    @Inject
    Texts t;

    private String code;
    private String agreement;
    private String kind;
    private BigDecimal quantity;
    private LocalDate wanted;
    private String reference;
    private final FormAnswers answers = new FormAnswers();
    private Set<String> asked = new HashSet<>();
    private boolean reviewing;
    private String made;
    private transient OfferingView offering;
    private transient OrderFormView form;
    private transient OrderChoice choice;
    private transient OrderPreview preview;
    private transient List<AgreementView> inForce;
    private transient List<OfferingView> choices;

    @PostConstruct
    void open() {
        Map<String, String> given =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        code = given.get("offering");
        kind = given.get("kind");
        if (code != null && !code.isBlank()) {
            getOffering();
            List<AgreementView> own = getInForce();
            agreement = own.isEmpty() ? null : own.get(0).number().value();
            if (getKinds().stream().noneMatch(one -> one.name().equals(kind))) {
                kind = getKinds().stream().findFirst().map(Enum::name).orElse(null);
            }
            asked = codes();
        }
    }

    // ------------------------------------------------------------------------------------------------- buttons

    /** Shows what the order would be; every field that is wrong is named. */
    public void review() {
        reviewing = false;
        answers.keepFiles();
        Set<String> before = asked;
        asked = codes();
        try {
            preview = desk.preview(draft(false));
            reviewing = true;
        } catch (Rejection rejection) {
            if (!onlyNew(rejection, before)) {
                refused(rejection);
            }
        }
    }

    private Set<String> codes() {
        return getQuestions().stream().map(Question::code).collect(Collectors.toCollection(HashSet::new));
    }

    /** An answer can bring a question with it. Nobody has overlooked one that was not there: it is asked, no fault. */
    private boolean onlyNew(Rejection rejection, Set<String> before) {
        List<String> fresh = rejection.violations().stream()
                .map(violation -> violation.path().substring(violation.path().lastIndexOf('.') + 1))
                .filter(path -> asked.contains(path) && !before.contains(path))
                .toList();
        if (fresh.isEmpty() || fresh.size() < rejection.violations().size()) {
            return false;
        }
        messages.warn(
                "order.form.more",
                getQuestions().stream()
                        .filter(question -> fresh.contains(question.code()))
                        .map(question -> t.in(question.label()))
                        .collect(Collectors.joining(", ")));
        return true;
    }

    /** What a file may be, as people say it: {@code PDF, høyst 5 MB}. */
    public String accepted(Question question) {
        String types = question.accept().stream()
                .map(type -> type.substring(type.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return question.maxBytes() == null ? types : t.of("order.form.file", types, question.maxBytes() / BYTES_IN_MB);
    }

    /** The file that was sent with an earlier press of the button and is still there. */
    public String keptName(Question question) {
        return answers.file(question.code())
                .map(file -> t.of("order.form.kept", file.name()))
                .orElse(null);
    }

    public void change() {
        reviewing = false;
    }

    public String send() {
        return make(true);
    }

    public String saveDraft() {
        answers.keepFiles();
        return make(false);
    }

    /** One order for one form, however often the button is pressed. */
    private synchronized String make(boolean submit) {
        if (made == null) {
            try {
                OrderView order = desk.create(draft(submit));
                made = order.number().value();
                messages.done(submit ? "order.form.sent" : "order.form.saved", made);
            } catch (Rejection rejection) {
                reviewing = false;
                refused(rejection);
                return null;
            }
        }
        return "/orders/order.xhtml?faces-redirect=true&number=" + made;
    }

    private OrderDraft draft(boolean submit) {
        AgreementView chosen = getInForce().stream()
                .filter(one -> one.number().value().equals(agreement))
                .findFirst()
                .orElse(null);
        return new OrderDraft(
                chosen == null ? null : chosen.number(),
                reference,
                List.of(new OrderDraft.Line(
                        ItemKind.valueOf(kind),
                        null,
                        OfferingCode.of(code),
                        quantity,
                        wanted,
                        answers.to(getQuestions()),
                        answers.keptFiles())),
                submit);
    }

    private void refused(Rejection rejection) {
        if (rejection.reason() != OrderReason.INVALID || rejection.violations().isEmpty()) {
            messages.refused(rejection);
            return;
        }
        OrderFaults.show(rejection, getQuestions(), t);
    }

    // ------------------------------------------------------------------------------------------------- showing

    /** A form is sent in parts only where a file is asked for. */
    public boolean isFileAsked() {
        return getQuestions().stream().anyMatch(question -> question.type() == OrderFormView.Type.FILE);
    }

    public boolean isChosen() {
        return code != null && !code.isBlank();
    }

    public OfferingView getOffering() {
        if (offering == null) {
            offering = offerings.offering(OfferingCode.of(code));
        }
        return offering;
    }

    /** What can be ordered, for the reader who has not chosen yet. */
    public List<OfferingView> getChoices() {
        if (choices == null) {
            List<OfferingView> all = offerings.offerings();
            Set<OfferingCode> given = agreements.orderable(caller.get().organisation(), all, today());
            choices = all.stream().filter(one -> given.contains(one.code())).toList();
        }
        return choices;
    }

    private OrderFormView form() {
        if (form == null) {
            form = offerings.form(OfferingCode.of(code), today());
        }
        return form;
    }

    /** The questions that are asked, given the answers so far; the wanted date has a field of its own. */
    public List<Question> getQuestions() {
        Map<String, String> single = answers.single();
        return form().questions().stream()
                .filter(question -> !question.code().equals(WANTED_DATE))
                .filter(question -> question.visible(single))
                .toList();
    }

    public List<FormAnswers.InWords> getAnswered() {
        return answers.inWords(getQuestions(), t);
    }

    public List<AgreementView> getInForce() {
        if (inForce == null) {
            inForce = agreements.inForce(caller.get().organisation(), today());
        }
        return inForce;
    }

    private OrderChoice choice() {
        if (choice == null) {
            choice = OrderChoice.of(
                    getOffering(),
                    !getInForce().isEmpty(),
                    !agreements
                            .orderable(caller.get().organisation(), List.of(getOffering()), today())
                            .isEmpty(),
                    getHas());
        }
        return choice;
    }

    /** None when the offering cannot be ordered at all. */
    public List<ItemKind> getKinds() {
        return choice().kinds();
    }

    /** Why the reader cannot order it, or not more of it; empty when there is nothing in the way. */
    public String getWhyNot() {
        return choice().whyNot().isEmpty()
                ? ""
                : t.of(choice().whyNot(), t.in(getOffering().name()));
    }

    /** Units the agency has today. */
    public BigDecimal getHas() {
        return agreements.linesOf(caller.get().organisation()).stream()
                .filter(line -> line.offering().value().equals(code))
                .map((LineView line) -> line.quantityOn(today()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public LocalDate getEarliest() {
        return desk.earliest(getOffering().leadTimeWorkingDays());
    }

    public String getApprovers() {
        return approval.approvers(caller.get().organisation()).stream()
                .map(one -> one.standsInFor() == null
                        ? one.name()
                        : t.of("order.approver.substitute", one.name(), one.standsInFor()))
                .collect(Collectors.joining(", "));
    }

    public OrderPreview getPreview() {
        if (preview == null && reviewing) {
            preview = desk.preview(draft(false));
        }
        return preview;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OfficeDays.ZONE);
    }

    public Map<String, Part> getFiles() {
        return answers.files();
    }

    public Map<String, Object> getAnswers() {
        return answers.values();
    }

    public boolean isReviewing() {
        return reviewing;
    }

    public String getCode() {
        return code;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public BigDecimal getQuantity() {
        return quantity;
    }

    public void setQuantity(BigDecimal quantity) {
        this.quantity = quantity;
    }

    public LocalDate getWanted() {
        return wanted;
    }

    public void setWanted(LocalDate wanted) {
        this.wanted = wanted;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
