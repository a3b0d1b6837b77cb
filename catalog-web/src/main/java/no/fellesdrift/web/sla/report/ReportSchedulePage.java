package no.fellesdrift.web.sla.report;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.report.AnswerTerm;
import no.fellesdrift.sla.report.AnswerTermView;
import no.fellesdrift.sla.report.ReportSchedule;
import no.fellesdrift.sla.report.ReportScheduleDesk;
import no.fellesdrift.sla.report.ReportScheduleView;
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

    private transient ReportScheduleView schedule;
    private transient List<AnswerTermView> terms;
    private int version;
    private boolean active;
    private ReportSchedule.Counted countedIn;
    private int day;
    private int deliveryWorkingDay;
    private int answerWorkingDays;
    private String agency;
    private String agreement;
    private Integer agencyDelivery;
    private Integer agencyDays;
    private Silence silence = Silence.NO_ANSWER;

    @PostConstruct
    void open() {
        schedule = desk.schedule();
        version = schedule.version();
        active = schedule.active();
        countedIn = schedule.countedIn();
        day = schedule.day();
        deliveryWorkingDay = schedule.deliveryWorkingDay();
        answerWorkingDays = schedule.answerWorkingDays();
    }

    public String keep() {
        desk.set(version, new ReportSchedule(active, countedIn, day, deliveryWorkingDay, answerWorkingDays));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public String keepTerm() {
        desk.add(new AnswerTerm(agency, agreement, agencyDelivery, agencyDays, silence));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public String remove(String of, int version) {
        desk.removeTerm(version, OrgNumber.of(of));
        messages.done("sla.report.did.schedule");
        return AGAIN;
    }

    public boolean isWriter() {
        return me.hasAny("SERVICE_LEVEL_MANAGER,ADMINISTRATOR");
    }

    public ReportScheduleView getSchedule() {
        if (schedule == null) {
            schedule = desk.schedule();
        }
        return schedule;
    }

    public List<AnswerTermView> getTerms() {
        if (terms == null) {
            terms = desk.terms();
        }
        return terms;
    }

    public String joined(List<String> names) {
        return String.join(", ", names);
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

    public int getDeliveryWorkingDay() {
        return deliveryWorkingDay;
    }

    public void setDeliveryWorkingDay(int deliveryWorkingDay) {
        this.deliveryWorkingDay = deliveryWorkingDay;
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

    public Integer getAgencyDelivery() {
        return agencyDelivery;
    }

    public void setAgencyDelivery(Integer agencyDelivery) {
        this.agencyDelivery = agencyDelivery;
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
