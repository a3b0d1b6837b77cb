package no.fellesdrift.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pages and resources hold no rules, no queries and no entities. */
@AnalyzeClasses(packages = "no.fellesdrift", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {

    /** What every room's pages and resources stand on. */
    private static final Set<String> COMMON = Set.of("frame", "api");

    @ArchTest
    static final ArchRule no_page_or_resource_touches_an_entity = noClasses()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .should()
            .dependOnClassesThat(are(describe("entities", type -> type.isAnnotatedWith(Entity.class))));

    @ArchTest
    static final ArchRule no_page_or_resource_asks_the_database = noClasses()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .and()
            .doNotHaveSimpleName("DatabaseReady")
            .should()
            .dependOnClassesThat(are(describe(
                    "the database's",
                    type -> type.getName().equals("jakarta.persistence.EntityManager")
                            || type.getPackageName().equals("java.sql")
                            || type.getPackageName().equals("javax.sql"))))
            .because("that is the repositories' work; only health looks at the data source");

    @ArchTest
    static final ArchRule a_page_bean_is_named_and_not_a_singleton = classes()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .and()
            .haveSimpleNameEndingWith("Page")
            .and()
            .areTopLevelClasses()
            .should()
            .beAnnotatedWith(Named.class)
            .andShould()
            .notBeAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .andShould()
            .notBeAnnotatedWith("jakarta.enterprise.context.SessionScoped");

    @ArchTest
    static final ArchRule a_resource_has_a_path_and_what_has_one_is_called_so = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rooms_of_the_web_do_not_lean_on_each_other = classes()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .should(new ArchCondition<>("know only their own room, the frame and the API's habits") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        String other = room(dependency.getTargetClass());
                        if (!other.isEmpty() && !other.equals(room(type)) && !COMMON.contains(other)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule time_comes_from_the_injected_clock = noClasses()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .should()
            .callMethodWhere(describe(
                    "asks the machine's clock",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTarget().getOwner().getPackageName().equals("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.getName().equals("java.time.Clock"))));

    @ArchTest
    static final ArchRule beans_have_no_public_fields = classes()
            .that()
            .resideInAPackage("no.fellesdrift.web..")
            .should(new ArchCondition<>("have no public field that can change") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getFields().stream()
                            .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                                    && !field.getModifiers().contains(JavaModifier.FINAL))
                            .filter(field -> !field.getAllInvolvedRawTypes().isEmpty())
                            .filter(field -> field.getAnnotations().isEmpty())
                            .forEach(field -> events.add(
                                    SimpleConditionEvent.violated(field, field.getFullName() + " is public")));
                }
            });

    @ArchTest
    static void every_address_of_a_file_is_one_servlet_s(JavaClasses classes) {
        Map<String, String> taken = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.isAnnotatedWith(WebServlet.class)) {
                for (String address : type.getAnnotationOfType(WebServlet.class).value()) {
                    String other = taken.put(address, type.getName());
                    if (other != null) {
                        twice.add(address + ": " + other + " and " + type.getName());
                    }
                }
            }
        }
        assertThat(taken).hasSizeGreaterThan(20);
        assertThat(twice).isEmpty();
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        String prefix = "no.fellesdrift.web.";
        return name.startsWith(prefix) ? name.substring(prefix.length()).replaceAll("\\..*", "") : "";
    }
}
