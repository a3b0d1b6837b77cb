package no.fellesdrift.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The most bytes a resource method's body may have. Without it {@value #DEFAULT}; what is larger is answered 413. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {
    long DEFAULT = 2_000_000;

    long value();
}
