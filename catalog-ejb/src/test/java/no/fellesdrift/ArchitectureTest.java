package no.fellesdrift;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Version;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The house rules of docs/architecture.md that a machine can hold. */
@AnalyzeClasses(packages = "no.fellesdrift", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The order of knowledge: a room knows those before it, never one after it. */
    private static final List<String> ROOMS = List.of(
            "kernel",
            "party",
            "audit",
            "catalogue",
            "price",
            "agreement",
            "budget",
            "order",
            "sla",
            "charge",
            "allocation",
            "portfolio",
            "security",
            "notify",
            "job",
            "exchange");

    /** Money and levels are exact. */
    private static final String[] EXACT = {
        "no.fellesdrift.kernel..",
        "no.fellesdrift.price..",
        "no.fellesdrift.agreement..",
        "no.fellesdrift.budget..",
        "no.fellesdrift.order..",
        "no.fellesdrift.sla..",
        "no.fellesdrift.charge..",
        "no.fellesdrift.allocation.."
    };

    private static final Pattern ROOM = Pattern.compile("no\\.fellesdrift\\.([a-z]+)(\\..*)?");

    @ArchTest
    static final ArchRule every_room_stands_in_the_order_of_knowledge = classes()
            .should(new ArchCondition<>("stand in a room of the order of knowledge") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!ROOMS.contains(room(type))) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " stands in no known room"));
                    }
                }
            });

    @ArchTest
    static final ArchRule a_room_knows_only_the_rooms_before_it = classes()
            .should(new ArchCondition<>("know only rooms before their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    int own = ROOMS.indexOf(room(type));
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (ROOMS.indexOf(room(target)) > own) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("no.fellesdrift.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_repositories_ask_the_database = classes()
            .should(new ArchCondition<>("leave the EntityManager to package-private classes named by a plural") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean asks = type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(EntityManager.class));
                    JavaClass top = topLevel(type);
                    if (asks
                            && (top.getModifiers().contains(PUBLIC)
                                    || !top.getSimpleName().endsWith("s"))) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " uses the EntityManager but is no repository"));
                    }
                }
            });

    @ArchTest
    static final ArchRule a_desk_is_stateless_and_has_no_interface = classes()
            .that()
            .haveSimpleNameEndingWith("Desk")
            .should()
            .beAnnotatedWith(Stateless.class)
            .andShould()
            .notBeInterfaces()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_public_desk_method_names_its_roles = classes()
            .that()
            .haveSimpleNameEndingWith("Desk")
            .should(new ArchCondition<>("name the roles of every public method") {
                @Override
                public void check(JavaClass desk, ConditionEvents events) {
                    for (JavaMethod method : desk.getMethods()) {
                        if (method.getModifiers().contains(PUBLIC)
                                && !method.isAnnotatedWith(RolesAllowed.class)
                                && !isForThoseNotSignedInYet(method)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " has no @RolesAllowed"));
                        }
                    }
                }

                /** Signing in and the first administrator: there is nobody to have a role yet. */
                private boolean isForThoseNotSignedInYet(JavaMethod method) {
                    return method.isAnnotatedWith(PermitAll.class)
                            && room(method.getOwner()).equals("party");
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule an_entity_is_changed_only_from_its_own_room = classes()
            .that(are(annotatedWith(Entity.class)))
            .should(new ArchCondition<>("have no public method that changes them") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    for (JavaMethod method : entity.getMethods()) {
                        boolean changes = method.getFieldAccesses().stream()
                                .filter(access -> access.getAccessType() == AccessType.SET)
                                .map(JavaFieldAccess::getTarget)
                                .anyMatch(target -> target.getOwner().equals(entity));
                        if (changes && method.getModifiers().contains(PUBLIC)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " changes an entity and is public"));
                        }
                    }
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule an_entity_refers_to_others_rooms_by_code = classes()
            .that(are(annotatedWith(Entity.class)))
            .should(new ArchCondition<>("hold no entity of another room") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    entity.getFields().stream()
                            .filter(field -> field.getRawType().isAnnotatedWith(Entity.class))
                            .filter(field -> !room(field.getRawType()).equals(room(entity)))
                            .forEach(field -> events.add(
                                    SimpleConditionEvent.violated(field, field.getFullName() + " is another room's")));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule time_comes_in_from_outside = noClasses()
            .that()
            .doNotHaveSimpleName("ApplicationClock")
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe("asks the machine's clock", ArchitectureTest::asksTheClock))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule money_and_levels_have_no_floating_fields = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EXACT)
            .should()
            .notHaveRawType(DescribedPredicate.describe("floating", ArchitectureTest::floats))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule money_and_levels_are_never_reckoned_in_floating_numbers = classes()
            .that()
            .resideInAnyPackage(EXACT)
            .should(new ArchCondition<>("take, give and call nothing that floats") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getCodeUnits().stream()
                            .filter(unit -> floats(unit.getRawReturnType())
                                    || unit.getRawParameterTypes().stream().anyMatch(ArchitectureTest::floats))
                            .forEach(unit -> events.add(SimpleConditionEvent.violated(
                                    unit, unit.getFullName() + " uses a floating number")));
                    for (JavaCall<?> call : type.getCodeUnitCallsFromSelf()) {
                        CodeUnitCallTarget target = call.getTarget();
                        if (floats(target.getRawReturnType())
                                || target.getRawParameterTypes().stream().anyMatch(ArchitectureTest::floats)) {
                            events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                        }
                    }
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_prints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .allowEmptyShould(true);

    /** Facts and join rows of a run are never changed, so only those that are have a version. */
    @ArchTest
    static final ArchRule a_changing_entity_has_a_version = classes()
            .that(are(annotatedWith(Entity.class)))
            .should(new ArchCondition<>("have a version column when a method changes them") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    boolean versioned = Stream.concat(Stream.of(entity), entity.getAllRawSuperclasses().stream())
                            .flatMap(type -> type.getFields().stream())
                            .anyMatch(field -> field.isAnnotatedWith(Version.class));
                    boolean changes = entity.getMethods().stream()
                            .flatMap(method -> method.getFieldAccesses().stream())
                            .anyMatch(access -> access.getAccessType() == AccessType.SET
                                    && !access.getTarget().getName().startsWith("_")
                                    && access.getTarget().getOwner().equals(entity));
                    if (changes && !versioned) {
                        events.add(SimpleConditionEvent.violated(entity, entity.getName() + " has no @Version"));
                    }
                }
            })
            .allowEmptyShould(true);

    private static String room(JavaClass type) {
        Matcher matcher = ROOM.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(type);
    }

    private static boolean floats(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                .contains(type.getBaseComponentType().getName());
    }

    private static boolean asksTheClock(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        List<JavaClass> parameters = target.getRawParameterTypes();
        boolean now = target.getName().equals("now")
                && owner.startsWith("java.time.")
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean machine =
                owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis");
        boolean clock = owner.equals(Clock.class.getName()) && target.getName().startsWith("system");
        boolean old = (owner.equals(Date.class.getName()) && target.getName().equals("<init>") && parameters.isEmpty())
                || owner.equals(Calendar.class.getName());
        return now || machine || clock || old;
    }
}
