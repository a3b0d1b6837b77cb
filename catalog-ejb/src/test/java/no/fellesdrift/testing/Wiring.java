package no.fellesdrift.testing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts a desk and everything it stands on together as the container would, over one entity manager. What is given is
 * used, everything else is made with its no-argument constructor, once; events are {@link Heard}, and it is 3 November
 * 2026 where nobody says otherwise.
 */
public final class Wiring {

    private final EntityManager em;
    private final Map<Class<?>, Object> parts = new HashMap<>();

    private Wiring(EntityManager em) {
        this.em = em;
        parts.put(Clock.class, Clock.fixed(Instant.parse("2026-11-03T08:00:00Z"), ZoneOffset.UTC));
    }

    public static Wiring over(EntityManager em) {
        return new Wiring(em);
    }

    public <T> Wiring with(Class<? super T> type, T part) {
        parts.put(type, part);
        return this;
    }

    /** Uses this class where the interface is asked for; the class may be another room's own. */
    public Wiring with(Class<?> type, String implementation) {
        try {
            parts.put(type, make(Class.forName(implementation)));
            return this;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public <T> T get(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            part = make(type);
        }
        return type.cast(part);
    }

    private Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            parts.put(type, made);
            for (Class<?> of = type; of != Object.class; of = of.getSuperclass()) {
                for (Field field : of.getDeclaredFields()) {
                    Object value = null;
                    if (field.isAnnotationPresent(PersistenceContext.class)) {
                        value = em;
                    } else if (field.isAnnotationPresent(Inject.class)
                            && !field.isAnnotationPresent(ConfigProperty.class)) {
                        value = field.getType() == Event.class ? new Heard<>() : get(field.getType());
                    }
                    if (value != null) {
                        field.setAccessible(true);
                        field.set(made, value);
                    }
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                // an interface that nobody gave leaves the part with what it has
                if (method.isAnnotationPresent(Inject.class)
                        && Arrays.stream(method.getParameterTypes())
                                .allMatch(wanted -> !wanted.isInterface() || parts.containsKey(wanted))) {
                    method.setAccessible(true);
                    method.invoke(
                            made,
                            Arrays.stream(method.getParameterTypes())
                                    .map(this::get)
                                    .toArray());
                }
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be put together", e);
        }
    }
}
