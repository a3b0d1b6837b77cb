package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The dates that a list is narrowed by, in its fields as everywhere: {@code #{askedDates.shown(param.from)}}. */
@Named
@RequestScoped
public class AskedDates {

    @Inject
    Texts t;

    /** {@code 21.11.2026} when it is a date in whatever form; otherwise as it was typed. */
    public String shown(String text) {
        return DateConverter.asked(text).map(DateConverter::written).orElse(text == null ? "" : text);
    }

    /** What is wrong with it; empty when nothing is. */
    public String fault(String label, String text) {
        return text == null || text.isBlank() || DateConverter.asked(text).isPresent()
                ? ""
                : t.of("frame.error.date", label, text);
    }
}
