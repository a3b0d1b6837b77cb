package no.fellesdrift.web.sla.report;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.report.AnswerTerm;
import no.fellesdrift.sla.report.ReportSchedule;
import no.fellesdrift.sla.report.ReportScheduleDesk;
import no.fellesdrift.sla.report.Silence;
import no.fellesdrift.web.frame.Me;
import no.fellesdrift.web.frame.Messages;

/** When reports are made by themselves, and how long agencies have to answer. */
@Named
@ViewScoped
public class ReportSchedulePage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String AGAIN = "/levels/report-schedule.xhtml?faces-redirect=true";

    @Inject
    transient ReportScheduleDesk desk;

    @Inject
    transient LevelDesk levels;

    @Inject
    transient Messages messages;

    @Inject
    transient Me me;

    private boolean active;
    private ReportSchedule.Counted countedIn;
    private int day;
    private int answerWorkingDays;
    private String agency;
    private String agreement;
    private Integer agencyDays;
    private Silence silence = Silence.NO_ANSWER;

    @PostConstruct
    void open() {
        ReportSchedule schedule = desk.schedule();
        active = schedule.active();
        countedIn = schedule.countedIn();
        day = schedule.day();
        answerWorkingDays = schedule.answerWorkingDays();
    }

    public String keep() {
        desk.set(new ReportSchedule(active, countedIn, day, answerWorkingDays));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public String keepTerm() {
        desk.set(new AnswerTerm(agency, null, agreement, agencyDays, silence));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public String remove(String of) {
        desk.removeTerm(OrgNumber.of(of));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public boolean isWriter() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,ADMINISTRATOR");
    }

    public ReportSchedule getSchedule() {
        return desk.schedule();
    }

    public LocalDate getNext() {
        return desk.next();
    }

    public List<AnswerTerm> getTerms() {
        return desk.terms();
    }

    public List<LevelDesk.Choice> getAgencies() {
        return levels.organisations(levels.currentPeriod());
    }

    public ReportSchedule.Counted[] getCounts() {
        return ReportSchedule.Counted.values();
    }

    public Silence[] getSilences() {
        return Silence.values();
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public ReportSchedule.Counted getCountedIn() {
        return countedIn;
    }

    public void setCountedIn(ReportSchedule.Counted countedIn) {
        this.countedIn = countedIn;
    }

    public int getDay() {
        return day;
    }

    public void setDay(int day) {
        this.day = day;
    }

    public int getAnswerWorkingDays() {
        return answerWorkingDays;
    }

    public void setAnswerWorkingDays(int answerWorkingDays) {
        this.answerWorkingDays = answerWorkingDays;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String agency) {
        this.agency = agency;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }

    public Integer getAgencyDays() {
        return agencyDays;
    }

    public void setAgencyDays(Integer agencyDays) {
        this.agencyDays = agencyDays;
    }

    public Silence getSilence() {
        return silence;
    }

    public void setSilence(Silence silence) {
        this.silence = silence;
    }
}
