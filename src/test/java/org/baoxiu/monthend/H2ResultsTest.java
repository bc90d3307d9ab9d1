package org.baoxiu.monthend;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("found:A1")
@DisplayName("H2 uses no result again, whoever writes its address")
class H2ResultsTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:a, jdbc:h2:mem:a;OPTIMIZE_REUSE_RESULTS=0",
        "jdbc:h2:file:./x;optimize_reuse_results=1;LOCK_TIMEOUT=9, jdbc:h2:file:./x;LOCK_TIMEOUT=9;OPTIMIZE_REUSE_RESULTS=0",
        "jdbc:postgresql://localhost/baoxiu, jdbc:postgresql://localhost/baoxiu"
    })
    void addresses(String given, String used) {
        assertThat(H2Results.withoutReuse(given)).isEqualTo(used);
    }

    @Test
    void thePoolOfAnyAddress() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:operators");
            H2Results.resultsOfH2AreNotReused().postProcessBeforeInitialization(pool, "dataSource");
            assertThat(pool.getJdbcUrl()).isEqualTo("jdbc:h2:mem:operators;OPTIMIZE_REUSE_RESULTS=0");
        }
    }
}
