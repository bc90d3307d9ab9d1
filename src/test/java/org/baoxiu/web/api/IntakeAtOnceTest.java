package org.baoxiu.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.api.ClientApp.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many requests at the same moment: from an impatient owner, a program that sends again, a lift full of people. */
@ProcedureTest
@DisplayName("报修接口：同时来的请求")
class IntakeAtOnceTest {

    private static final String OFFICE = "一号管理处";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Clients clients;

    @Autowired
    private Slips slips;

    private final String telephone =
            "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private final String place = "7 栋 " + telephone.substring(3);
    private ClientApp app;

    @BeforeEach
    void aClient() {
        office.timeIs("2020-09-07T09:00:00+08:00");
        app = new ClientApp(
                port,
                clients.create("app" + ThreadLocalRandom.current().nextInt(100_000_000), "业主之家", List.of(OFFICE)));
    }

    @AfterEach
    void backToToday() {
        slips.openAt(OFFICE, place).forEach(slip -> office.ofSlip(slip.number()).ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @Tag("found:C4")
    @DisplayName(
            "20 times the same request under one key: one slip, 20 times the first answer, and the telephone has reported once")
    void oneKey() {
        String once = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(20, twin -> app.reports(fault(), once));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.response().body())
                .containsOnly(answers.get(0).response().body());
        assertThat(slips.openAt(OFFICE, place)).hasSize(1);
        for (int i = 2; i <= 5; i++) {
            Map<String, Object> other = Answers.with(Answers.with(fault(), "another", true), "fault", "第 " + i + " 处");
            assertThat(app.reports(other).status())
                    .as("report %s of the telephone", i)
                    .isEqualTo(201);
        }
        app.reports(Answers.with(fault(), "another", true)).isProblem(429, "too-many-requests");
        app.reports(fault()).isProblem(409, "same-fault-open");
        assertThat(app.reports(fault(), once).response().body())
                .isEqualTo(answers.get(0).response().body());
    }

    @Test
    @Tag("found:C5")
    @DisplayName("the same fault ten times at once under different keys: one slip, and the others are told of it")
    void oneFault() {
        List<Answer> answers = atOnce(10, twin -> app.reports(fault()));

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .singleElement()
                .satisfies(opened -> assertThat(answers)
                        .filteredOn(answer -> answer.status() != 201)
                        .allSatisfy(other -> assertThat(
                                        other.isProblem(409, "same-fault-open").text("number"))
                                .isEqualTo(opened.text("number"))));
        assertThat(slips.openAt(OFFICE, place)).hasSize(1);
    }

    @Test
    @Tag("found:C5")
    @DisplayName("ten other faults of one telephone at once: five slips, as one after the other")
    void tooManyFaults() {
        List<Answer> answers = atOnce(10, twin -> app.reports(Answers.with(fault(), "another", true)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(5)
                .allSatisfy(answer -> answer.isProblem(429, "too-many-requests"));
        assertThat(slips.openAt(OFFICE, place)).hasSize(5);
    }

    @Test
    @Tag("found:C6")
    @DisplayName("ten urges at once are all taken, one after the other; so are complaints beside them")
    void urges() {
        RepairCase repair = office.ofSlip(app.reports(fault()).text("number"));

        List<Answer> answers =
                atOnce(10, twin -> app.does(twin % 3 == 0 ? "complaint" : "urge", repair.number(), "words", "快一点"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(repair.trail()).filteredOn(line -> line.contains("快一点")).hasSize(10);
    }

    @Test
    @Tag("found:C6")
    @DisplayName("of several cancellations at once one is taken; the others come out of turn")
    void cancellations() {
        String number = app.reports(fault()).text("number");

        List<Answer> answers = atOnce(6, twin -> app.does("cancel", number, "words", "自己修好了"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(other -> other.isProblem(409, "out-of-turn"));
    }

    private interface Request {
        Answer send(int twin);
    }

    private static List<Answer> atOnce(int many, Request request) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            CyclicBarrier together = new CyclicBarrier(many);
            List<Callable<Answer>> twins = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int twin = i;
                twins.add(() -> {
                    together.await();
                    return request.send(twin);
                });
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : threads.invokeAll(twins)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Map<String, Object> fault() {
        return Answers.fields("office", OFFICE, "place", place, "fault", "厨房水龙头漏水", "name", "张三", "phone", telephone);
    }
}
