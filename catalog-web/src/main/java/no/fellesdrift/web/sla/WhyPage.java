package no.fellesdrift.web.sla;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
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

    /** One choice of the agreement, in words. */
    public record Rule(String name, String value) {}

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
    public List<Rule> getRules() {
        return ExplanationItem.policy(explanation.result().policy()).entrySet().stream()
                .map(choice -> new Rule(
                        t.get("sla.policy." + choice.getKey()), words("sla.choice." + choice.getValue(), choice)))
                .toList();
    }

    private String words(String key, Map.Entry<String, Object> choice) {
        return t.containsKey(key) ? t.get(key) : String.valueOf(choice.getValue());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
