package org.baoxiu.models.rehearsal;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Without the tests and the authorization server: the application would take the beans among them for its own. */
@Primary
@TestComponent
public class ProgramOfThisBuild extends ThisProgram {

    private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();

    @Override
    protected Stream<String> classPath() {
        return super.classPath()
                .filter(place -> !Path.of(place).toAbsolutePath().equals(TESTS))
                .filter(place -> !place.contains("oauth2-authorization-server"));
    }
}
