package org.baoxiu.web.security;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.engine.PeopleWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sessions are in the database: any node serves any request. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

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

    /** What a former version has written, and this one cannot read any more, counts as not there: its person logs in anew. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> unreadableIsNothing(ResourceLoader classes) {
        DeserializingConverter readable = new DeserializingConverter(classes.getClassLoader());
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, bytes -> {
            try {
                return readable.convert(bytes);
            } catch (SerializationFailedException former) {
                LOG.info(
                        "A session has a part that this version cannot read: {}",
                        former.getMostSpecificCause().toString());
                return null;
            }
        });
        return sessions -> sessions.setConversionService(conversion);
    }

    @Bean
    PeopleWatch endedSessions(JdbcClient database) {
        return new Ending(database);
    }

    /** In the transaction that makes them end. */
    private record Ending(JdbcClient database) implements PeopleWatch {

        /** Whoever was deleted or has left a group is logged out: what they see has changed. */
        @Override
        public void changed(Set<String> left) {
            left.forEach(person -> end(person, ""));
        }

        /** Whoever has learned the former password is out, and whoever changes their own stays where they are. */
        @Override
        public void passwordsChanged(Set<String> persons) {
            persons.forEach(person -> end(person, present()));
        }

        private void end(String person, String but) {
            database.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                    .params(person, but)
                    .update();
        }

        private static String present() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
                    ? Optional.ofNullable(present.getRequest().getSession(false))
                            .map(HttpSession::getId)
                            .orElse("")
                    : "";
        }
    }
}
