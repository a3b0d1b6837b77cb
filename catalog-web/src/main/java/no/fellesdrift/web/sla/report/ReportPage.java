package no.fellesdrift.web.sla.report;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.sla.engine.ResultStatus;
import no.fellesdrift.sla.report.DisputeSide;
import no.fellesdrift.sla.report.LineAnswer;
import no.fellesdrift.sla.report.LineOutcome;
import no.fellesdrift.sla.report.ReportAction;
import no.fellesdrift.sla.report.ReportDesk;
import no.fellesdrift.sla.report.ReportLineView;
import no.fellesdrift.sla.report.ReportReason;
import no.fellesdrift.sla.report.ReportView;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** One service report, or one line of it when the address names one, and what the reader can do with it now. */
@Named
@ViewScoped
public class ReportPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Steps of the whole report that a button takes; the others belong to a line. */
    private static final Set<ReportAction> OF_THE_WHOLE = Set.of(
            ReportAction.REFRESH,
            ReportAction.SUBMIT,
            ReportAction.RETURN,
            ReportAction.APPROVE,
            ReportAction.PUBLISH,
            ReportAction.ACKNOWLEDGE,
            ReportAction.FREEZE);

    @Inject
    transient ReportDesk desk;

    @Inject
    transient ReportSteps steps;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private String number;
    private String line;
    private String level;
    private String show;
    private int version;
    private String note;
    private String remark;
    private String evidence;
    private LineOutcome outcome;
    private String exclusion;
    private transient ReportView report;
    private transient ReportDesk.Check check;

    @PostConstruct
    void open() {
        Map<String, String> asked =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        number = asked.get("number");
        line = asked.get("line");
        level = asked.get("level");
        show = asked.get("show");
        version = getReport().version();
        remark = line == null ? getReport().remark() : getLine().remark();
    }

    public ReportView getReport() {
        if (report == null) {
            report = desk.report(number == null || number.isBlank() ? "-" : number);
        }
        return report;
    }

    /** The line that the address names. */
    public ReportLineView getLine() {
        return getReport().lines().stream()
                .filter(one ->
                        one.result().line().equals(line) && one.result().level().equals(level))
                .findFirst()
                .orElseThrow(() -> new Rejection(ReportReason.UNKNOWN_REPORT_LINE, level, line, number));
    }

    /** All lines, or those that the reader has narrowed the table to. */
    public List<ReportLineView> getLines() {
        Stream<ReportLineView> all = getReport().lines().stream();
        return switch (show == null ? "" : show) {
            case "breached" ->
                all.filter(one -> one.result().status() == ResultStatus.BREACHED)
                        .toList();
            case "unanswered" -> all.filter(one -> one.answer() == null).toList();
            case "disputed" ->
                all.filter(one -> one.answer() == LineAnswer.DISPUTED).toList();
            default -> all.toList();
        };
    }

    // ---------------------------------------------------------------- buttons

    /** A step of the whole report, or of the line that the address names. */
    public String take(String code) {
        ReportAction action = ReportAction.of(code).orElseThrow();
        ReportView after = steps.take(
                number,
                version,
                action,
                new ReportStep(
                        line, level, action == ReportAction.REMARK ? remark : note, evidence, outcome, exclusion));
        messages.done("sla.report.did." + action.code(), after.number());
        return line == null
                ? "/levels/report.xhtml?faces-redirect=true&number=" + number
                : "/levels/report-line.xhtml?faces-redirect=true&number=" + number + "&line=" + line + "&level="
                        + level;
    }

    /** The steps of the whole report that have a button, without the remark's own. */
    public List<String> getActions() {
        return getReport().actions().stream()
                .filter(OF_THE_WHOLE::contains)
                .filter(action -> action != ReportAction.ACKNOWLEDGE
                        || getReport().getAnswerCount() < getReport().lines().size())
                .filter(action -> action != ReportAction.FREEZE || isFreezable())
                .sorted()
                .map(ReportAction::code)
                .toList();
    }

    private boolean isFreezable() {
        return getReport().getOpenDisputes() == 0
                && (getReport().silentAt() != null
                        || getReport().getAnswerCount() == getReport().lines().size());
    }

    /** Whether a step takes a note: why it goes back, or what the reviewer has to say. */
    public boolean isNoteAsked() {
        return can(ReportAction.RETURN);
    }

    public boolean isRemarkable() {
        return can(ReportAction.REMARK);
    }

    /** The look of an action's button. */
    public String look(String code) {
        return switch (ReportAction.of(code).orElseThrow()) {
            case REFRESH, RETURN -> "btn second";
            default -> "btn";
        };
    }

    private boolean can(ReportAction action) {
        return getReport().has(action);
    }

    // ---------------------------------------------------------------- one line

    public boolean isAcknowledgeable() {
        return can(ReportAction.ACKNOWLEDGE) && getLine().answer() == null;
    }

    public boolean isDisputable() {
        return can(ReportAction.DISPUTE)
                && getLine().outcome() == null
                && getLine().answer() != LineAnswer.DISPUTED;
    }

    public boolean isWithdrawable() {
        return can(ReportAction.WITHDRAW) && getLine().openDispute();
    }

    public boolean isProposable() {
        return can(ReportAction.PROPOSE) && getLine().openDispute() && getLine().waiting() == null;
    }

    /** Whether a proposal of the other side waits for the reader's. */
    public boolean isDecidable() {
        return can(ReportAction.ACCEPT)
                && getLine().openDispute()
                && getLine().waiting() != null
                && getLine().waiting().side() != side();
    }

    private DisputeSide side() {
        boolean agency = me.hasAny("SECURITY_OFFICER,APPROVER")
                && getReport().organisation().equals(me.getOrganisation().digits());
        return agency ? DisputeSide.AGENCY : DisputeSide.PROVIDER;
    }

    public boolean isAnythingToDo() {
        return isRemarkable()
                || isAcknowledgeable()
                || isDisputable()
                || isWithdrawable()
                || isProposable()
                || isDecidable();
    }

    public List<LineOutcome> getOutcomes() {
        return List.of(LineOutcome.STANDS, LineOutcome.CORRECTED);
    }

    // ---------------------------------------------------------------- showing

    /** The remark on the whole, paragraph by paragraph. */
    public List<String> getParagraphs() {
        return getReport().remark() == null
                ? List.of()
                : getReport().remark().lines().toList();
    }

    /** What stands in the column of answers. */
    public String answer(ReportLineView one) {
        if (one.outcome() != null) {
            return "SETTLED_" + one.outcome();
        }
        if (one.answer() != null) {
            return one.answer().name();
        }
        return getReport().silentAt() == null ? "NONE" : "SILENT";
    }

    public String answerKind(ReportLineView one) {
        return one.openDispute() ? "warn" : one.answer() == null ? "dash" : "ok";
    }

    /** Of a frozen report: whether it still says what it said. */
    public ReportDesk.Check getCheck() {
        if (check == null) {
            check = desk.check(number);
        }
        return check;
    }

    public String getNumber() {
        return number;
    }

    public String getShow() {
        return show;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    public String getEvidence() {
        return evidence;
    }

    public void setEvidence(String evidence) {
        this.evidence = evidence;
    }

    public LineOutcome getOutcome() {
        return outcome;
    }

    public void setOutcome(LineOutcome outcome) {
        this.outcome = outcome;
    }

    public String getExclusion() {
        return exclusion;
    }

    public void setExclusion(String exclusion) {
        this.exclusion = exclusion;
    }
}
