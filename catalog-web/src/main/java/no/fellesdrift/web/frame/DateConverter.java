package no.fellesdrift.web.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A date in a field or an address: written {@code 21.11.2026}, read also as {@code 1.9.2026} and {@code 2026-11-21}. */
@FacesConverter(forClass = LocalDate.class)
public class DateConverter implements Converter<LocalDate> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    @Override
    public LocalDate getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        try {
            return read(text);
        } catch (DateTimeException e) {
            throw new ConverterException(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            Fields.text("frame.error.date", Fields.label(component), text),
                            null),
                    e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, LocalDate date) {
        return date == null ? "" : written(date);
    }

    /** A date of an address, as somebody typed it or as a link has it; none when it cannot be read. */
    public static Optional<LocalDate> asked(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(read(text.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static String written(LocalDate date) {
        return WRITTEN.format(date);
    }

    /** @throws DateTimeException when there is no such date */
    static LocalDate read(String text) {
        if (text.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
            String[] parts = text.split("\\.", -1);
            return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
        }
        return LocalDate.parse(text);
    }
}
