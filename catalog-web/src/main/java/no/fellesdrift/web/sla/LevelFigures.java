package no.fellesdrift.web.sla;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.fellesdrift.sla.ResultView;
import no.fellesdrift.web.frame.Texts;

/** {@link Figures} in the reader's language. */
@Named
@RequestScoped
public class LevelFigures {

    @Inject
    Texts t;

    public String delivered(ResultView result) {
        return Figures.delivered(t.language(), result);
    }

    public String target(ResultView result) {
        return Figures.target(t.language(), result);
    }

    /** {@code Lokalnett, tilgjengelighet}, or {@code E-post, løsningstid, prioritet P2}. */
    public String named(ResultView result) {
        return Figures.named(t.language(), result);
    }

    public String arithmetic(ResultView result) {
        return Figures.arithmetic(t.language(), result);
    }
}
