package org.baoxiu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** What the packages of the application may use of each other, of the engine and of the machine they run on. */
@AnalyzeClasses(packages = "org.baoxiu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "org.baoxiu.shared..",
        "org.baoxiu.calendar..",
        "org.baoxiu.office..",
        "org.baoxiu.slip..",
        "org.baoxiu.search..",
        "org.baoxiu.lists..",
        "org.baoxiu.photo..",
        "org.baoxiu.commitment..",
        "org.baoxiu.audit..",
        "org.baoxiu.dispatch..",
        "org.baoxiu.fee..",
        "org.baoxiu.feedback..",
        "org.baoxiu.notification..",
        "org.baoxiu.owner.."
    };

    /** The engine will be replaced by a successor with other package names one day. */
    @ArchTest
    static final ArchRule FEW_ROOMS_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.baoxiu.engine..",
                    "org.baoxiu.models..",
                    "org.baoxiu.process..",
                    "org.baoxiu.tasklist..",
                    "org.baoxiu.cockpit..",
                    "org.baoxiu.people..",
                    "org.baoxiu.web.security..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..");

    /** The engine's public interface itself hands out an {@link Authentication}. */
    @ArchTest
    static final ArchRule ONLY_PUBLIC_PARTS_OF_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("org.baoxiu.engine..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.camunda.bpm.engine.impl..").and(not(equivalentTo(Authentication.class))));

    @ArchTest
    static final ArchRule DATES_ARE_JAVA_TIME = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat(equivalentTo(Date.class)
                    .or(equivalentTo(Calendar.class))
                    .or(resideInAPackage("java.sql..")
                            .and(describe("dates", type -> type.isAssignableTo(Date.class)))));

    /** Working hours are the one measured quantity; money and what is bought with it is decimal. */
    @ArchTest
    static final ArchRule ONLY_HOURS_ARE_FLOATING_POINT = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN)
            .and(describe("are floating point", (JavaField field) -> floating(field.getRawType())))
            .should()
            .haveNameMatching("(?i).*hours");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_RESULTS = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DOMAIN)
            .and(describe("return floating point", (JavaMethod method) -> floating(method.getRawReturnType())))
            .should()
            .haveNameMatching("(?i).*hours");

    @ArchTest
    static final ArchRule NO_FLOATING_POINT_FEES = noClasses()
            .that()
            .resideInAPackage("org.baoxiu.fee..")
            .should()
            .dependOnClassesThat(describe("are floating point", ArchitectureTest::floating));

    @ArchTest
    static final ArchRule NO_MONEY_FROM_FLOATING_POINT = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .callConstructor(BigDecimal.class, double.class)
            .orShould()
            .callMethod(BigDecimal.class, "valueOf", double.class)
            .orShould()
            .callMethod(BigDecimal.class, "doubleValue");

    /** Otherwise a test that moves the clock moves only half of the application. */
    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.baoxiu.engine..")
            .should()
            .callCodeUnitWhere(readsTheMachinesClock());

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private static boolean floating(JavaClass type) {
        return List.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }

    private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
        return describe("reads the machine's clock", call -> {
            AccessTarget.CodeUnitCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            boolean clockGiven =
                    target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
            return owner.getPackageName().startsWith("java.time")
                            && target.getName().equals("now")
                            && !clockGiven
                    || owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system")
                    || owner.isEquivalentTo(System.class)
                            && List.of("currentTimeMillis", "nanoTime").contains(target.getName())
                    || owner.isEquivalentTo(Date.class)
                            && target.getName().equals("<init>")
                            && target.getRawParameterTypes().isEmpty()
                    || owner.isEquivalentTo(Calendar.class) && target.getName().equals("getInstance");
        });
    }
}
