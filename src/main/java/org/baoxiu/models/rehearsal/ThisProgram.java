package org.baoxiu.models.rehearsal;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The application as it is started once more: from the jar, or from the class path, that it runs from. */
@Component
public class ThisProgram {

    private static final String MAIN = "org.baoxiu.BaoxiuApplication";

    /** What follows the options of the virtual machine. */
    final List<String> command() {
        List<String> places = classPath()
                .filter(place -> !place.isBlank())
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .toList();
        return places.size() == 1 && places.get(0).endsWith(".jar")
                ? List.of("-jar", places.get(0))
                : List.of("-cp", String.join(File.pathSeparator, places), MAIN);
    }

    protected Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }
}
