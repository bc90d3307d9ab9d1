package org.baoxiu.slip;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.audit.ElementPromises;
import org.baoxiu.calendar.ServiceCalendar;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadlines;
import org.baoxiu.commitment.Limit;
import org.baoxiu.dispatch.MaintenanceTeam;
import org.baoxiu.dispatch.OfficePeople;
import org.baoxiu.shared.Names;
import org.baoxiu.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jdbc.JdbcRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * The domain with its tables, without the engine. No annotation makes this class a component, so that the application's
 * own scan does not find it.
 */
@AutoConfigurationPackage(
        basePackages = {
            "org.baoxiu.slip",
            "org.baoxiu.photo",
            "org.baoxiu.dispatch",
            "org.baoxiu.fee",
            "org.baoxiu.feedback",
            "org.baoxiu.monthend"
        })
@ComponentScan({
    "org.baoxiu.shared",
    "org.baoxiu.office",
    "org.baoxiu.slip",
    "org.baoxiu.search",
    "org.baoxiu.board",
    "org.baoxiu.lists",
    "org.baoxiu.audit",
    "org.baoxiu.photo",
    "org.baoxiu.dispatch",
    "org.baoxiu.fee",
    "org.baoxiu.feedback",
    "org.baoxiu.monthend"
})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class
})
public class DomainSlice {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    /** Everybody has a name that is not the login name. */
    @Bean
    Names names() {
        return people -> people.stream().collect(Collectors.toMap(person -> person, DomainSlice::named));
    }

    /** Everybody works in the maintenance team but those whose login name says that they have left. */
    @Bean
    MaintenanceTeam team() {
        return people ->
                people.stream().filter(person -> !person.startsWith("left")).collect(Collectors.toSet());
    }

    /** Everybody works for the whole company. */
    @Bean
    OfficePeople offices() {
        return (people, office) -> List.copyOf(people);
    }

    /** A month is handed over within a day; the reminder comes eight hours before. */
    @Bean
    Deadlines deadlines() {
        Limit handOver = new Limit(Duration.ofHours(24), Duration.ofHours(8), Duration.ofHours(24), false, "4.3.7");
        return new Deadlines(
                (kind, repairClass, emergency) ->
                        Optional.of(handOver).filter(limit -> kind == CommitmentKind.MONTH_HAND_OVER),
                ServiceCalendar.aroundTheClock(ZoneId.systemDefault()));
    }

    /** No model is there whose elements could promise anything. */
    @Bean
    ElementPromises promises() {
        return Map::of;
    }

    public static String named(String person) {
        return "师傅 " + person;
    }

    /** A test of the domain on a database of its own; its changes are rolled back. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(classes = DomainSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @ContextConfiguration(initializers = TestDatabase.class)
    @Tag(TestDatabase.TAG)
    @net.jqwik.api.Tag(TestDatabase.TAG)
    @Transactional
    public @interface DomainTest {}
}
