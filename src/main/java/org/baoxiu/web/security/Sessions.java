package org.baoxiu.web.security;

import java.util.Set;
import org.baoxiu.engine.PeopleWatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are in the database: any node serves any request. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    private static final String ATTRIBUTE_ON_H2 =
            """
            merge into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)""";

    /** A page sends several requests at once, each of which may be the first to note something. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> firstNoteOfSeveral(
            @Value("${spring.datasource.url}") String url) {
        return DatabaseDriver.fromJdbcUrl(url) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(ATTRIBUTE_ON_H2);
    }

    /** Whoever was deleted or has left a group is logged out, in the transaction that did it: what they see has changed. */
    @Bean
    PeopleWatch endedSessions(JdbcClient database) {
        return (Set<String> left) ->
                left.forEach(person -> database.sql("delete from spring_session where principal_name = ?")
                        .param(person)
                        .update());
    }
}
