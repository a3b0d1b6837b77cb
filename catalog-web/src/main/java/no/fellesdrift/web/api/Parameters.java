package no.fellesdrift.web.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;

/**
 * Dates, months, instants, codes, organisation numbers, amounts and enums as query, path and header parameters, each
 * also as an {@link Optional}. A wrong one in the query is answered 422, one in the path 404.
 */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Set<Class<?>> SIMPLE = Set.of(
            LocalDate.class,
            YearMonth.class,
            Year.class,
            Instant.class,
            BigDecimal.class,
            Integer.class,
            int.class,
            Long.class,
            long.class,
            Boolean.class,
            boolean.class,
            String.class);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        boolean optional = raw == Optional.class;
        Class<?> wanted = optional
                        && generic instanceof ParameterizedType parameterized
                        && parameterized.getActualTypeArguments()[0] instanceof Class<?> inner
                ? inner
                : raw;
        if (!(wanted.isEnum() || wanted.isRecord() || SIMPLE.contains(wanted))
                || (wanted == String.class && !optional)) {
            return null;
        }
        return new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked") // what Values reads is of the wanted type
            public T fromString(String text) {
                Object value =
                        text == null || text.isBlank() ? absent(wanted) : read(text.strip(), wanted, annotations);
                return (T) (optional ? Optional.ofNullable(value) : value);
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static Object absent(Class<?> wanted) {
        return !wanted.isPrimitive() ? null : wanted == boolean.class ? (Object) false : wanted == int.class ? 0 : 0L;
    }

    private static Object read(String text, Class<?> wanted, Annotation[] annotations) {
        try {
            return Values.read(text, wanted);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof PathParam) {
                    throw new Rejection(ApiReason.UNKNOWN_PATH);
                } else if (annotation instanceof QueryParam query) {
                    throw wrong(query.value(), wanted, text);
                } else if (annotation instanceof HeaderParam header) {
                    throw wrong(header.value(), wanted, text);
                }
            }
            throw wrong("", wanted, text);
        }
    }

    private static Rejection wrong(String name, Class<?> wanted, String text) {
        return new Rejection(
                ApiReason.WRONG_PARAMETERS, List.of(Violation.of(name, "api.wrong." + Values.kind(wanted), text)));
    }
}
