package org.baoxiu.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What of the files for operators can be checked without what runs them. */
@DisplayName("安装用的文件")
class DockerFilesTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern SETTING =
            Pattern.compile("\\b(?:SPRING|BAOXIU|MANAGEMENT|LOGGING)_[A-Z_0-9]*[A-Z0-9]\\b");

    /** Of the files themselves, not of the application. */
    private static final List<String> OF_THE_FILES =
            List.of("BAOXIU_HOST", "BAOXIU_URL", "BAOXIU_BACKUP_KEEP", "BAOXIU_LAYOUTS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose.yml",
                "kubernetes/baoxiu.yaml",
                "baoxiu.service",
                "start.sh",
                "../docs/guide-operator.md"
            })
    void settingsAreThoseThatAreDescribed(String file) throws IOException {
        String settings = Files.readString(Path.of("docs/settings.md"));
        assertThat(SETTING.matcher(Files.readString(DOCKER.resolve(file)))
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !OF_THE_FILES.contains(name))
                        .distinct())
                .allSatisfy(name -> assertThat(settings).contains(name));
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyServiceThatStaysIsLimitedAndComesBackAndHoldsNoPassword() throws IOException {
        String text = Files.readString(DOCKER.resolve("compose.yml"));
        Map<String, Object> compose = new Yaml().load(text);
        Map<String, Map<String, Object>> services = (Map<String, Map<String, Object>>) compose.get("services");
        assertThat(services.keySet()).contains("node1", "node2", "database", "proxy");
        services.forEach((name, service) -> {
            if (!service.containsKey("profiles")) {
                assertThat(service).as(name).containsKeys("restart", "mem_limit", "logging");
            }
        });
        assertThat(services.get("node1").get("environment"))
                .isEqualTo(services.get("node2").get("environment"));
        assertThat(text).doesNotContainPattern("(?i)password: \\S*[a-z]\\S*$");
        assertThat(((Map<String, Map<String, String>>) compose.get("secrets")).values())
                .allSatisfy(secret -> assertThat(secret.get("file")).startsWith("./secrets/"));
    }

    @Test
    void theExampleOfKubernetesIsReadAndItsPortsAreNamed() throws IOException {
        List<Object> parts = Stream.of(new Yaml().loadAll(Files.readString(DOCKER.resolve("kubernetes/baoxiu.yaml"))))
                .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
                .toList();
        assertThat(parts).hasSize(7);
    }

    @Test
    void theGuideNamesFilesThatAreThere() throws IOException {
        assertThat(Pattern.compile("docker/[a-z0-9-]+\\.(?:sh|service|yml)")
                        .matcher(Files.readString(Path.of("docs/guide-operator.md")))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .map(Path::of))
                .hasSizeGreaterThan(5)
                .allMatch(Files::isRegularFile);
    }
}
