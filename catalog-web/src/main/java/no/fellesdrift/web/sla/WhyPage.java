package no.fellesdrift.web.sla;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import no.fellesdrift.sla.ExplanationView;
import no.fellesdrift.sla.LevelDesk;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.web.frame.Texts;

/** Why a figure is what it is. */
@Named
@ViewScoped
public class WhyPage implements Serializable {

    @Inject
    transient LevelDesk desk;

    @Inject
    transient Texts t;

    private String id;
    private transient ExplanationView explanation;

    public void open() {
        explanation = desk.explanation(id == null ? "" : id);
    }

    public ExplanationView getExplanation() {
        return explanation;
    }

    public ResultView getResult() {
        return explanation.result();
    }

    /** The rules, each with its choice in words where there are words for it. */
    public List<Reasons.Rule> getRules() {
        return Reasons.rules(t.language(), explanation.result());
    }

    /** The choice that decided what was done with an interval or a case, in words; empty where none did. */
    public String rule(ExplanationView.StepView step) {
        return Reasons.rule(t.language(), explanation.result(), step)
                .map(rule -> rule.name() + ": " + rule.value())
                .orElse("");
    }

    /** The sums that lead to the figure. */
    public List<String> getSums() {
        return Reasons.sums(t.language(), explanation.result());
    }

    /** The agreed time by weeks of seven days, Monday first; a day outside the period is null. */
    public List<List<ExplanationView.DayView>> getWeeks() {
        return Weeks.of(explanation.days());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
