package org.baoxiu.notification;

import static org.mockito.Mockito.mock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
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
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Messages with their tables, without the engine and without a mail server: whoever tests one brings it along. No annotation
 * makes this class a component, so that the application's own scan does not find it.
 */
@AutoConfigurationPackage(basePackages = {"org.baoxiu.slip", "org.baoxiu.notification"})
@ComponentScan({"org.baoxiu.shared", "org.baoxiu.office", "org.baoxiu.slip", "org.baoxiu.notification"})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcRepositoriesAutoConfiguration.class
})
class NotificationSlice {

    /** Whose role nobody is told as. */
    static final String NOT_TOLD = "generalAffairs";

    static final Duration EXPIRY = Duration.ofHours(3);

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    Notices notices() {
        return (occasion, role) -> role.equals(NOT_TOLD)
                ? Optional.empty()
                : Optional.of(new Notice(
                        role.equals(OwnerNews.OWNER)
                                ? List.of(ChannelKind.SMS, ChannelKind.PHONE)
                                : List.of(
                                        ChannelKind.WE_COM,
                                        ChannelKind.DING_TALK,
                                        ChannelKind.EMAIL,
                                        ChannelKind.IN_APP),
                        EXPIRY,
                        "已超时：到场",
                        "维修单 " + occasion.slipNumber() + " 已超时。"));
    }

    @Bean
    Names names() {
        return people -> people.stream().collect(Collectors.toMap(person -> person, DomainSlice::named));
    }

    @Bean
    Outgoing outgoing() {
        return () -> true;
    }

    /** None has been called to any slip. */
    @Bean
    Contractors contractors() {
        return mock(Contractors.class);
    }

    /** The telephone calls are lines in the history of the slip. */
    @Bean
    CallRecord calls(Slips slips) {
        return (slip, what, recipient, caller) -> slips.note(slip, new Person(caller, Set.of()), 0, "Q4", what);
    }

    @Bean
    DeliveryNodes nodes(
            DataSource database,
            MessageRepository repository,
            Notices notices,
            OldMessages old,
            DeliveryQueue queue,
            PlatformTransactionManager transactions,
            TestClock clock) {
        return new DeliveryNodes(database, repository, notices, old, queue, transactions, clock);
    }

    /** Everybody has an address but those whose login name says that they have none. */
    @Bean
    Addresses addresses() {
        return login -> login.startsWith("none") ? Optional.empty() : Optional.of(login + "@example.org");
    }

    /** A test of messages on a database of its own; what it commits stays. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(classes = NotificationSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
    @ContextConfiguration(initializers = TestDatabase.class)
    @Tag(TestDatabase.TAG)
    @interface NotificationTest {}
}
