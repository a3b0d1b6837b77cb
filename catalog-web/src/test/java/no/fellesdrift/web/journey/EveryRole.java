package no.fellesdrift.web.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that is done as one of the demo's people of each role, two at a time. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedTest(name = "{1} ({0})")
@CsvSource({
    "ra-best, an orderer",
    "ra-godk, an approver",
    "ra-ok, an agency's finance",
    "ra-sik, a security officer",
    "p-ordre1, the order desk",
    "p-katalog, the catalogue manager",
    "p-solberg, a service owner",
    "p-slm, the service-level manager",
    "p-kontr, the controller",
    "p-okgodk, the finance approver",
    "p-admin, the administrator",
    "k-obs, an observer",
    "s-kunde, a supplier's contact",
})
@interface EveryRole {}
