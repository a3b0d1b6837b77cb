package no.fellesdrift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.fellesdrift.kernel.Paged;
import no.fellesdrift.party.Scopes;
import org.junit.jupiter.api.Test;

/** Walks every resource and holds it to the habits of docs/api.md, as far as its signatures show them. */
class ResourcesTest {

    private static final List<Class<? extends Annotation>> CHANGES = List.of(PUT.class, PATCH.class, DELETE.class);

    private static List<JavaClass> resources() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("no.fellesdrift.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .toList();
    }

    private static Stream<JavaMethod> methods(Class<? extends Annotation> verb) {
        return resources().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(verb));
    }

    @Test
    void there_are_resources_and_each_lives_for_one_request() {
        assertThat(resources()).hasSizeGreaterThan(10);
        assertThat(resources()).allMatch(type -> type.isAnnotatedWith(RequestScoped.class));
    }

    @Test
    void the_first_part_of_every_path_is_an_area_that_keys_can_be_narrowed_to() {
        assertThat(resources())
                .extracting(type -> type.getAnnotationOfType(Path.class).value().split("[/.]", -1)[0])
                .isSubsetOf(Scopes.AREAS);
    }

    @Test
    void what_changes_one_thing_takes_the_version_that_was_read() {
        List<String> without = new ArrayList<>();
        CHANGES.stream()
                .flatMap(ResourcesTest::methods)
                .filter(method -> Arrays.stream(method.reflect().getParameters())
                        .noneMatch(parameter -> parameter.isAnnotationPresent(HeaderParam.class)
                                && parameter
                                        .getAnnotation(HeaderParam.class)
                                        .value()
                                        .equals("If-Match")))
                .forEach(method -> without.add(method.getFullName()));
        assertThat(without).isEmpty();
    }

    @Test
    void every_list_is_answered_in_pages() {
        List<String> bare = new ArrayList<>();
        methods(GET.class)
                .filter(method -> method.getRawReturnType().isAssignableTo(Iterable.class))
                .filter(method -> !method.getRawReturnType().isEquivalentTo(Paged.class))
                .forEach(method -> bare.add(method.getFullName()));
        assertThat(bare).isEmpty();
    }

    /** A secret of a key is told once, so it cannot be repeated; a calculation and an import create nothing twice. */
    @Test
    void every_post_that_creates_may_be_repeated() {
        List<String> once = new ArrayList<>();
        methods(POST.class)
                .filter(method -> !method.isAnnotatedWith(Path.class))
                .filter(method -> !method.isAnnotatedWith(Idempotent.class))
                .filter(method -> !List.of("KeyResource", "CalculationResource", "ImportResource")
                        .contains(method.getOwner().getSimpleName()))
                .forEach(method -> once.add(method.getFullName()));
        assertThat(once).isEmpty();
    }

    @Test
    void every_resource_asks_a_desk() {
        assertThat(resources())
                .allMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getSimpleName().endsWith("Desk")));
    }
}
