package org.baoxiu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("存证的密钥在数据库以外")
class EvidenceKeysTest {

    @TempDir
    Path directory;

    private static EvidenceKeys keys(String key, Object file, boolean create) {
        return EvidenceKeys.of(new EvidenceProperties(key, file.toString(), List.of(), List.of()), create);
    }

    @Test
    void theFirstStartMakesOneThatOnlyItsOwnerReads() throws Exception {
        Path file = directory.resolve("data/evidence.key");
        EvidenceKeys made = keys("", file, true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys("", file, true).id()).isEqualTo(made.id());
        assertThat(keys("", file, false).mac(made.id(), "x").orElseThrow())
                .isEqualTo(made.mac(made.id(), "x").orElseThrow());
        assertThat(keys("", directory.resolve("other.key"), true).id()).isNotEqualTo(made.id());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nothingStartsWithoutAKey() {
        assertThatThrownBy(() -> keys("", "", true))
                .isInstanceOf(EvidenceKeyException.class)
                .hasMessageContaining("没有设置存证密钥");
        assertThatThrownBy(() -> keys("short", "", true)).hasMessageContaining("太短");
        assertThatThrownBy(() -> keys("", directory.resolve("none.key"), false)).hasMessageContaining("读不到");
    }

    @Test
    void aSettingCountsMoreThanTheFile() {
        Path file = directory.resolve("evidence.key");
        assertThat(keys("0123456789012345678901234567890123456789", file, true).id())
                .isEqualTo(keys("0123456789012345678901234567890123456789", "", true)
                        .id());
        assertThat(file).doesNotExist();
    }
}
