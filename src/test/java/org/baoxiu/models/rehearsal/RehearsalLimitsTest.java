package org.baoxiu.models.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baoxiu.engine.RehearsalClock;
import org.baoxiu.models.GoingLive;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.models.WholeSet;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What a rehearsal may take, and what is said when it ends before it is done. None of these gets as far as a case. */
@ProcedureTest
@DisplayName("演练的限度")
@Tag("long")
class RehearsalLimitsTest {

    private static final String OWNER = "processowner";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final DataSize ENOUGH = DataSize.ofMegabytes(256);

    @Autowired
    private GoingLive live;

    @Autowired
    private ModelDrafts drafts;

    @Autowired
    private RehearsalRecords records;

    @Autowired
    private ThisProgram program;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationContext context;

    private final List<Rehearsals> nodes = new ArrayList<>();
    private long draft;

    @BeforeEach
    void aDraft() throws Exception {
        office.timeIs("2026-11-23T09:00:00+08:00");
        String diagram =
                Files.readString(Path.of("processes", "repair-request.bpmn")).replace("name=\"评估故障\"", "name=\"判断故障\"");
        draft = drafts.keep(OWNER, Map.of("repair-request.bpmn", diagram.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void nothingGoesOn() throws Exception {
        for (Rehearsals node : nodes) {
            node.destroy();
        }
        assertThat(processes()).as("processes that go on").isEmpty();
        drafts.remove(draft);
        database.sql("delete from model_rehearsal").update();
        ClockUtil.reset();
    }

    private Rehearsals node(Duration timeLimit, DataSize memory) {
        Rehearsals node = new Rehearsals(live, records, program, new RehearsalProperties(timeLimit, memory), identity);
        nodes.add(node);
        return node;
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info().commandLine().orElse("").contains("baoxiu-rehearsal"))
                .toList();
    }

    private String failure(long id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !records.one(id).orElseThrow().running());
        return records.one(id).orElseThrow().failure();
    }

    @Test
    @DisplayName("one that takes longer than it may is killed")
    void time() {
        long id = node(Duration.ofSeconds(2), ENOUGH).begin(draft, OWNER);

        assertThat(failure(id)).contains("超过 2 秒", "已经停掉");
        assertThat(processes()).isEmpty();
    }

    @Test
    @DisplayName("one that needs more memory than it may have ends")
    void memory() {
        long id = node(LONG, DataSize.ofMegabytes(16)).begin(draft, OWNER);

        assertThat(failure(id)).contains("内存不够（16 MB）", "baoxiu.rehearsal.memory");
    }

    @Test
    @DisplayName("a second one waits in words, on whichever node, until the first has ended, and be it by its death")
    void oneAtATime() {
        Rehearsals node = node(LONG, ENOUGH);
        long first = node.begin(draft, OWNER);
        Rehearsals other = node(LONG, ENOUGH);

        assertThatThrownBy(() -> other.begin(draft, OWNER)).hasMessageContaining("正在演练另一份草稿");

        await().atMost(Duration.ofSeconds(30)).until(() -> !processes().isEmpty());
        processes().forEach(ProcessHandle::destroyForcibly);
        assertThat(failure(first)).contains("意外停了");
        assertThat(other.begin(draft, OWNER)).isGreaterThan(first);
    }

    @Test
    @DisplayName("a node that stops says so")
    void stop() throws Exception {
        Rehearsals node = node(LONG, ENOUGH);
        long id = node.begin(draft, OWNER);
        await().atMost(Duration.ofSeconds(30)).until(() -> !processes().isEmpty());

        node.destroy();

        assertThat(failure(id)).contains("系统停了");
    }

    @Test
    @DisplayName("the turn of a node that has died is free after a minute")
    void deadNode() {
        database.sql(
                        "insert into model_rehearsal (draft, files, fingerprint, person, started_at, seen_at, turn) values (?, 'x', 'x', ?, ?, ?, 1)")
                .params(
                        draft,
                        OWNER,
                        LocalTimes.local(clock.instant().minusSeconds(90)),
                        LocalTimes.local(clock.instant().minusSeconds(50)))
                .update();
        Rehearsals node = node(LONG, ENOUGH);
        assertThatThrownBy(() -> node.begin(draft, OWNER)).hasMessageContaining("正在演练另一份草稿");

        office.timePasses(Duration.ofSeconds(20));

        assertThat(node.of(draft)).singleElement().satisfies(dead -> {
            assertThat(dead.running()).isFalse();
            assertThat(dead.failure()).contains("演练到一半停了");
        });
        long next = node.begin(draft, OWNER);
        assertThat(node.of(draft)).extracting(Rehearsal::id).startsWith(next).hasSize(2);
    }

    @Test
    @DisplayName("one that takes long keeps its turn, for its node is heard of")
    void heardOf() {
        Rehearsals node = node(LONG, ENOUGH);
        long id = node.begin(draft, OWNER);
        for (int half = 0; half < 2; half++) {
            office.timePasses(Duration.ofSeconds(50));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database.sql("select count(*) from model_rehearsal where id = ? and seen_at = ?")
                                    .params(id, LocalTimes.local(clock.instant()))
                                    .query(Integer.class)
                                    .single()
                            == 1);
        }

        assertThat(records.one(id).orElseThrow().running()).isTrue();
        assertThatThrownBy(() -> node.begin(draft, OWNER)).hasMessageContaining("正在演练另一份草稿");
    }

    @Test
    @DisplayName(
            "what was found holds for the very set that was rehearsed last, and an end before its time is something found")
    void findings() {
        WholeSet set = live.whole(draft);
        String fingerprint = set.fingerprint();
        long first = records.begin(draft, set, OWNER);
        assertThat(records.of(draft, fingerprint)).as("nothing is known yet").isEmpty();
        records.add(first, 0, new CaseRun("日常维修", List.of(), halt()));
        records.add(first, 1, new CaseRun("取消报修", List.of(), null));
        records.finish(first, null);

        assertThat(records.of(draft, fingerprint)).containsExactly("演练“日常维修”停在“判断故障”：没有人能办这一步");
        assertThat(records.of(draft, "another set")).isEmpty();
        assertThat(live.judge(draft).findings()).isEqualTo(records.of(draft, fingerprint));

        long second = records.begin(draft, set, OWNER);
        assertThat(records.of(draft, fingerprint)).as("until it has ended").hasSize(1);
        records.finish(second, "超过 2 秒");
        assertThat(records.of(draft, fingerprint)).containsExactly("演练没有做完：超过 2 秒");

        records.finish(records.begin(draft, set, OWNER), null);
        assertThat(records.of(draft, fingerprint)).isEmpty();
    }

    private static CaseRun.Stop halt() {
        return new CaseRun.Stop("repairRequest", "Task_AssessFault", "assess-fault", "没有人能办这一步");
    }

    @Test
    @DisplayName("the last twenty are kept")
    void kept() {
        WholeSet set = live.whole(draft);
        for (int one = 0; one < 22; one++) {
            records.finish(records.begin(draft, set, OWNER), null);
        }

        assertThat(records.of(draft)).hasSize(20);
    }

    @Test
    @DisplayName("in the office nothing is there that moves time, plays cases or listens to orders")
    void nothingOfItInTheOffice() {
        assertThat(context.getBeansOfType(RehearsalClock.class)).isEmpty();
        assertThat(context.getBeansOfType(RehearsalStage.class)).isEmpty();
        assertThat(context.getBeansOfType(CasePlayer.class)).isEmpty();
        assertThat(context.getBeansOfType(StaffedGroups.class)).isEmpty();
    }

    @Test
    @DisplayName("what changes nothing is not rehearsed")
    void nothing() throws Exception {
        long same = drafts.keep(
                OWNER, Map.of("repair-request.bpmn", Files.readAllBytes(Path.of("processes", "repair-request.bpmn"))));
        Rehearsals node = node(LONG, ENOUGH);

        assertThatThrownBy(() -> node.begin(same, OWNER)).hasMessageContaining("和正在使用的一样");

        drafts.remove(same);
    }
}
