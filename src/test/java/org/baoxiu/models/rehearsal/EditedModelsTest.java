package org.baoxiu.models.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.baoxiu.dispatch.Qualification;
import org.springframework.util.unit.DataSize;

/**
 * Whatever slips the hand of somebody who changes the models is refused, or every named case comes to its end all the same. Each edit goes
 * through the gate of a rehearsal; of those that it lets in as many are gone through as there is time for, each by two cases. {@code
 * -Djqwik.tries.default=1250 -Dedits.seconds=100000 -Dedits.cases=10} tries 5,000 and goes through all that are let in by all cases.
 */
@Label("随手改坏的模型：要么没有部署，要么照样能办完")
@Tag("nodes")
class EditedModelsTest {

    private static final int LEAST = 20;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("edits.seconds", 90));
    /** Versions of diagrams that one process has room for. */
    private static final int SETS = 150;

    private static final List<String> CASES = NamedCases.all().names();

    /** Of the cases, how many an edit has to stand: the ordinary one first, then others in turn. */
    private static final int EACH = Integer.getInteger("edits.cases", 2);

    /** Somebody can repair whatever an item asks for. */
    private static final Map<String, Boolean> GROUPS = Arrays.stream(Qualification.values())
            .collect(Collectors.toMap(Qualification::group, one -> true, (one, other) -> one));

    private RehearsalProcess process;
    /** What the process has in force besides what is shipped. */
    private final Map<String, byte[]> edited = new HashMap<>();

    private final List<String> stranded = new ArrayList<>();
    private int refused;
    private int letIn;
    private int rehearsed;
    private long begun;

    @BeforeProperty
    void begin() {
        start();
        check(new Order(GROUPS, List.of(), List.of()));
        begun = System.nanoTime();
    }

    private void start() {
        process = RehearsalProcess.start(new ProgramOfThisBuild(), DataSize.ofMegabytes(700));
        edited.clear();
    }

    @AfterProperty
    void end() {
        process.close();
        System.out.printf(
                "[edits] %d refused, %d let in, of these %d gone through with %d cases each, %d s%n",
                refused, letIn, rehearsed, EACH, passed().toSeconds());
        stranded.forEach(one -> System.out.println("[edits] stranded: " + one));
        assertThat(stranded).isEmpty();
        assertThat(rehearsed).as("edits that were gone through").isGreaterThanOrEqualTo(Math.min(LEAST, letIn));
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void nothingIsLetInThatStopsACase(@ForAll("edits") List<Edit> edits) {
        edits.stream().filter(edit -> !edit.changesNothing()).forEach(this::tries);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, 99_999);
        return Combinators.combine(Arbitraries.of(Edit.Kind.values()), place, place, place)
                .as(Edit.Kind::edit)
                .list()
                .ofSize(4);
    }

    private void tries(Edit edit) {
        Map<String, byte[]> files = new HashMap<>(edited);
        files.put(edit.file(), edit.text().getBytes(StandardCharsets.UTF_8));
        List<Map<String, byte[]>> set = List.of(files);
        Optional<String> why = check(new Order(GROUPS, set, List.of()));
        if (why.isPresent()) {
            refused++;
            assertThat(why.get()).as(edit.toString()).containsPattern("\\p{IsHan}{4}");
            return;
        }
        letIn++;
        if (rehearsed >= LEAST && passed().compareTo(TIME) > 0) {
            return;
        }
        rehearsed++;
        List<CaseRun> runs = new ArrayList<>();
        try {
            assertThat(process.rehearse(new Order(GROUPS, set, some()), runs::add))
                    .as(edit.toString())
                    .isEmpty();
        } catch (RehearsalProcess.Ended ended) {
            stranded.add(edit + "\n    " + ended.getMessage());
            process.close();
            start();
            return;
        }
        runs.stream()
                .filter(run -> run.stop() != null)
                .forEach(run -> stranded.add(edit + "\n    " + run.name() + ": " + run.stop()));
        edited.clear();
        edited.put(edit.file(), Edit.shipped(edit.file()).getBytes(StandardCharsets.UTF_8));
        if (rehearsed % SETS == 0) {
            process.close();
            start();
        }
    }

    private List<String> some() {
        List<String> others = new ArrayList<>(CASES.subList(1, CASES.size()));
        Collections.rotate(others, -rehearsed * (EACH - 1));
        List<String> some = new ArrayList<>(CASES.subList(0, 1));
        some.addAll(others.subList(0, EACH - 1));
        return some;
    }

    private Optional<String> check(Order order) {
        return process.rehearse(order, run -> {
            throw new AssertionError(run);
        });
    }
}
