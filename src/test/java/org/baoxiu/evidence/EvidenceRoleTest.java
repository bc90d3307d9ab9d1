package org.baoxiu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The script of the guide, on a PostgreSQL whose application has a user of its own that owns its database, as the guide has it. */
@Tag("nodes")
@DisplayName("PostgreSQL 上，程序用的用户只能加存证，不能改")
class EvidenceRoleTest {

    private static EmbeddedPostgres server;
    private static JdbcTemplate application;

    @BeforeAll
    static void theScriptIsRun() throws IOException {
        server = EmbeddedPostgres.start();
        JdbcTemplate superuser = new JdbcTemplate(server.getPostgresDatabase());
        superuser.execute("create user baoxiu password 'x'");
        superuser.execute("create database baoxiu owner baoxiu");
        application = new JdbcTemplate(server.getDatabase("baoxiu", "baoxiu"));
        application.execute(Files.readString(Path.of("src/main/resources/db/migration/V66__evidence.sql")));
        application.execute(
                "insert into evidence_line (chain, line_number, kind, written_at, format, key_id, code) values ('a', 1, 'WRITTEN', now(), 1, '', '')");
        application.execute(
                "insert into evidence_seal (number, made_at, moved, chains, digest, key_id, code) values (1, now(), 0, 0, '', '', '')");
        new JdbcTemplate(server.getDatabase("postgres", "baoxiu"))
                .execute(Files.readString(Path.of("docker/evidence-role.sql")).replace(":\"user\"", "baoxiu"));
    }

    @AfterAll
    static void theServerStops() throws IOException {
        server.close();
    }

    @Test
    void itReadsAndAddsAndKeepsItsOwnTables() {
        assertThat(application.queryForObject(
                        "select count(*) from evidence_line where line_number = 1", Integer.class))
                .isEqualTo(1);
        Stream.of(
                        "insert into evidence_line (chain, line_number, kind, written_at, format, key_id, code) values ('a', 2, 'WRITTEN', now(), 1, '', '')",
                        "insert into evidence_seal (number, made_at, moved, chains, digest, key_id, code) values (2, now(), 0, 0, '', '', '')",
                        "insert into evidence_seal_head (seal, chain, line_number, code) values (2, 'a', 2, '')",
                        "insert into evidence_head (chain, line_number, code, salt) values ('a', 2, '', '')",
                        "update evidence_head set salt = 'x'",
                        "create table later (id integer)")
                .forEach(statement -> assertThatCode(() -> application.execute(statement))
                        .as(statement)
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update evidence_line set note = 'x'",
                "delete from evidence_line",
                "truncate evidence_line",
                "drop table evidence_line",
                "alter table evidence_line add column x integer",
                "update evidence_seal set moved = 1",
                "delete from evidence_seal_head",
                "drop schema public cascade",
                "set role baoxiu_evidence"
            })
    void itChangesNothing(String statement) {
        assertThatThrownBy(() -> application.execute(statement)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void itCannotAllowItselfMore() {
        application.execute("grant update, delete on evidence_line to baoxiu");
        assertThat(application.queryForObject(
                        "select has_table_privilege('baoxiu', 'evidence_line', 'update')", Boolean.class))
                .isFalse();
    }
}
