package no.fellesdrift.web.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day in a field: written {@code 22:05}, read also as {@code 22.05}, {@code 2205} and {@code 22}. */
@FacesConverter(forClass = LocalTime.class)
public class TimeConverter implements Converter<LocalTime> {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2})(?:[:.](\\d{2}))?)?");

    @Override
    public LocalTime getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return read(typed.strip());
        } catch (DateTimeException e) {
            throw new ConverterException(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            Fields.text("frame.error.time", Fields.label(component), typed.strip()),
                            null),
                    e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, LocalTime time) {
        return time == null ? "" : (time.getSecond() == 0 ? WRITTEN : WITH_SECONDS).format(time);
    }

    /** @throws DateTimeException when there is no such time */
    static LocalTime read(String text) {
        Matcher typed = TYPED.matcher(text);
        if (!typed.matches()) {
            throw new DateTimeException(text);
        }
        return LocalTime.of(part(typed.group(1)), part(typed.group(2)), part(typed.group(3)));
    }

    private static int part(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
