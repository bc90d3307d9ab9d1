package org.baoxiu.models;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process, table or form that is in force.
 *
 * @param key    of a process or form its id; of a file of tables its name
 * @param name   as the Modeler shows it
 * @param file   its name, without folders
 * @param since  when its deployment was made; a form goes with its process
 * @param change that it came with; null if it came with the first models, or with a former release
 * @param open   of a process the versions with open cases, newest first
 * @param forms  of a process those that it uses
 */
public record ModelInForce(
        ModelKind kind,
        String key,
        String name,
        String file,
        int version,
        Instant since,
        @Nullable ModelChange change,
        List<Open> open,
        List<ModelInForce> forms) {

    /** Of a process those that count, newest first: what new cases begin with, and what open cases follow. */
    public List<Integer> versions() {
        return Stream.concat(Stream.of(version), open.stream().map(Open::version))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Cases that are not finished.
     *
     * @param definition id of the version
     */
    public record Open(String definition, int version, long cases) {}

    /**
     * Where cases of one version stand.
     *
     * @param element id of the step
     * @param step    its name
     */
    public record Standing(int version, String element, String step, long cases) {}
}
