package no.fellesdrift.web.frame;

import jakarta.el.ValueExpression;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import no.fellesdrift.kernel.Money;

/** A number as people type it: {@code 12 345,60}, with a point or a comma; fills decimals, whole numbers and money. */
@FacesConverter("fd.number")
public class NumberConverter implements Converter<Object> {

    @Override
    public Object getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return as(read(typed), wanted(context, component));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ConverterException(
                    new FacesMessage(
                            FacesMessage.SEVERITY_ERROR,
                            Fields.text("frame.error.number", Fields.label(component), typed.strip()),
                            null),
                    e);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Object number) {
        if (number == null || "".equals(number)) {
            return "";
        }
        BigDecimal decimal = number instanceof Money money ? money.amount() : new BigDecimal(String.valueOf(number));
        BigDecimal shortest = decimal.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest)
                .toPlainString()
                .replace('.', ',');
    }

    /** @throws NumberFormatException when it is no number */
    static BigDecimal read(String typed) {
        return new BigDecimal(
                typed.replaceAll("[\\s\u00a0\u202f]", "").replace(',', '.').replace('−', '-'));
    }

    private static Object as(BigDecimal number, Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return number.intValueExact();
        }
        if (type == Long.class || type == long.class) {
            return number.longValueExact();
        }
        if (type == Money.class) {
            return new Money(number);
        }
        return type == String.class ? number.toPlainString() : number;
    }

    private static Class<?> wanted(FacesContext context, UIComponent component) {
        ValueExpression value = component.getValueExpression("value");
        Class<?> type = value == null ? null : value.getType(context.getELContext());
        return type == null ? BigDecimal.class : type;
    }
}
