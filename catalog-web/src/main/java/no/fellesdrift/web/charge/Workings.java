package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.fellesdrift.charge.ChargeView;
import no.fellesdrift.web.frame.Language;

/** A charge's arithmetic as the reader's language writes numbers: {@code #{workings.of(charge)}}. */
@Named
@RequestScoped
public class Workings {

    @Inject
    Language language;

    /** One step per line. */
    public List<String> of(ChargeView charge) {
        return written(charge.working()).lines().toList();
    }

    /** A fixed price in kroner, or what a percentage changes: {@code −12,5 %}. */
    public String negotiated(ChargeView charge) {
        String[] part = charge.negotiated().split(" ", 2);
        return written(part[1]) + (part[0].equals("PERCENT") ? " %" : " kr");
    }

    /** Digits and signs with the language's decimal sign. */
    public String written(String working) {
        return "en".equals(language.code()) ? working : working.replace('.', ',');
    }
}
