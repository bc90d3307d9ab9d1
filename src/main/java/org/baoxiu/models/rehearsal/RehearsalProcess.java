package org.baoxiu.models.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * A process of its own, in which sets are rehearsed one after the other. It knows nothing of the office: neither its environment, which may
 * name the database, nor its directory, which may hold settings. It ends with whoever has started it.
 */
final class RehearsalProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalProcess.class);
    private static final Set<String> KEPT = Set.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");
    private static final String PROFILES = "--spring.profiles.active=demo,rehearsal";
    /** How a virtual machine ends that was told to end without memory. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int LAST_LINES = 40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private boolean ready;

    /** It has ended before it was done. */
    static final class Ended extends RuntimeException {

        private final boolean outOfMemory;

        private Ended(int status, Deque<String> lastLines) {
            super("The rehearsal has ended with " + status + " after\n" + String.join("\n", lastLines));
            this.outOfMemory = status == OUT_OF_MEMORY;
        }

        boolean outOfMemory() {
            return outOfMemory;
        }
    }

    private RehearsalProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Does not wait until it is ready. */
    static RehearsalProcess start(ThisProgram program, DataSize memory) {
        try {
            Path directory = Files.createTempDirectory("baoxiu-rehearsal");
            List<String> command = new ArrayList<>(List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx" + memory.toMegabytes() + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    // quick to start and small
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-Djava.io.tmpdir=" + directory));
            command.addAll(program.command());
            command.add(PROFILES);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().retainAll(KEPT);
            Process process = builder.directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            goesFirst(process);
            return new RehearsalProcess(directory, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the machine has too little memory for both, it ends the rehearsal and not the node. */
    private static void goesFirst(Process process) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(process.pid()), "oom_score_adj"), "1000");
        } catch (IOException otherSystem) {
            LOG.debug("The system is not told which process is less needed", otherSystem);
        }
    }

    /**
     * Waits until all of it has been gone through.
     *
     * @param over told of each case when it is over
     * @return why the set is not let in; empty if it is
     * @throws Ended if the process ends before
     */
    Optional<String> rehearse(Order order, Consumer<CaseRun> over) {
        if (!ready) {
            // before, it would not listen, and both would wait for each other
            next();
            ready = true;
        }
        try {
            orders.write(JSON.writeValueAsString(order) + "\n");
            orders.flush();
        } catch (IOException gone) {
            throw ended();
        }
        while (true) {
            Reply reply = next();
            if (reply.run() != null) {
                over.accept(reply.run());
            }
            if (reply.done()) {
                return Optional.ofNullable(reply.refused());
            }
        }
    }

    private Reply next() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Reply.MARK)) {
                    return JSON.readValue(line.substring(Reply.MARK.length()), Reply.class);
                }
                if (lastLines.size() == LAST_LINES) {
                    lastLines.remove();
                }
                lastLines.add(line);
            }
        } catch (IOException closed) {
            LOG.debug("The rehearsal cannot be heard any more", closed);
        }
        throw ended();
    }

    private Ended ended() {
        process.destroyForcibly();
        return new Ended(process.onExit().join().exitValue(), lastLines);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            LOG.warn("{} stays behind", directory, e);
        }
    }
}
