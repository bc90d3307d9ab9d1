package org.baoxiu.bench;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.models.CaseMove;
import org.baoxiu.models.CaseMoves;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.FormerDrawing;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to move 1,000 open cases, in all seven steps and in what may happen at any time, from the repair drawn on one plane
 * to the one with a plane for each step and back, and what they lose by it: {@code mvn -Pbench -Dbench=moves} prints a table; it asserts
 * nothing.
 */
public final class MovesBench {

    private static final int CASES = Integer.getInteger("bench.many", 1_000);
    private static final String FILE = "repair-request.bpmn";

    /** By what a case needs to come to a step. */
    private static final List<UnaryOperator<RepairCase>> STEPS = List.of(
            reported -> reported,
            reported -> reported.does("clerk1", REGISTER_REQUEST, Answers.registered("PL-14")),
            MovesBench::registered,
            reported -> registered(reported).ownerCalls("complain"),
            reported -> arrived(registered(reported)),
            reported -> working(registered(reported)),
            reported -> working(registered(reported)).does("tech1", CARRY_OUT_REPAIR, interrupted("defer")),
            reported -> working(registered(reported)).does("tech1", CARRY_OUT_REPAIR, done()),
            reported -> reported.does("clerk1", REGISTER_REQUEST, Answers.registered("PL-14"))
                    .does("supervisor", ASSESS_FAULT, assessed("PL-14", 6)),
            reported -> reported.does(
                            "clerk1", REGISTER_REQUEST, with(Answers.registered("PL-01"), "lossOrInjury", true))
                    .does("supervisor", ASSESS_FAULT, assessed("PL-01", 1)),
            reported -> working(registered(reported))
                    .does("tech1", CARRY_OUT_REPAIR, done())
                    .does("tech1", ACCEPT_REPAIR, accepted())
                    .does("tech1", REPORT_RESULT, Answers.reported())
                    .does("clerk1", REVIEW_FEE, feeApproved()));

    private final Office office;
    private final JdbcTemplate database;
    private final CaseMoves moves;
    private final ManagementService management;

    private MovesBench(ConfigurableApplicationContext application) {
        this.office = application.getBean(Office.class);
        this.database = application.getBean(JdbcTemplate.class);
        this.moves = application.getBean(CaseMoves.class);
        this.management = application.getBean(ManagementService.class);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        StringBuilder table = new StringBuilder(
                "| database | moved to | open cases | in steps | moved | lost | tasks changed | timers changed | waits changed | promises changed | seconds |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        List<String> databases = Stream.of(
                        System.getProperty("bench.databases", "PostgreSQL").split(","))
                .toList();
        if (databases.contains("H2")) {
            measure("H2", table, "--spring.datasource.url=jdbc:h2:mem:moves;DB_CLOSE_DELAY=-1");
        }
        if (databases.contains("PostgreSQL")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                try (Connection connection = server.getPostgresDatabase().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("create database moves");
                }
                measure(
                        "PostgreSQL",
                        table,
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "moves"),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
            }
        }
        System.out.println(table);
    }

    private static void measure(String name, StringBuilder table, String... settings) throws IOException {
        String[] all = Stream.concat(
                        Stream.of(settings),
                        Stream.of(
                                "--camunda.bpm.job-execution.enabled=false",
                                "--server.port=0",
                                "--management.server.port=0"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(
                        BaoxiuApplication.class, Office.class)
                .profiles("demo")
                .run(all)) {
            MovesBench bench = new MovesBench(application);
            String present = Files.readString(Path.of("processes", FILE));
            bench.office.deploys(FILE, FormerDrawing.of(present));
            bench.open();
            bench.office.deploys(FILE, present);
            table.append(bench.move(name, "planes"));
            bench.office.deploys(FILE, FormerDrawing.of(present));
            table.append(bench.move(name, "one plane"));
        }
    }

    private static RepairCase registered(RepairCase reported) {
        return reported.does("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"));
    }

    private static RepairCase arrived(RepairCase registered) {
        return registered.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, Answers.arrived());
    }

    private static RepairCase working(RepairCase registered) {
        return arrived(registered).does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, agreed());
    }

    private void open() {
        long start = System.nanoTime();
        for (int i = 0; i < CASES; i++) {
            // the same fault of the same place again and again would make it an important repair
            STEPS.get(i % STEPS.size())
                    .apply(office.reports("clerk1", with(leakingTap(), "place", (i + 1) + " 栋 101")));
        }
        System.out.printf(Locale.ROOT, "%,d cases opened in %.0f s%n", CASES, (System.nanoTime() - start) / 1e9);
    }

    private String move(String name, String to) {
        CaseMove.Plan plan = moves.plans(RepairRequestProcess.KEY).get(0);
        List<String> steps = plan.steps().stream().map(CaseMove.Standing::step).toList();
        int open = count(ofRepair(""));
        Standing before = standing();
        long start = System.nanoTime();
        moves.begin(plan.definition(), steps, "processowner", "x");
        batchesRun();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Standing after = standing();
        int moved = count(ofRepair(" and VERSION_ = " + plan.toVersion()));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %d | %,d | %,d | %,d | %,d | %,d | %,d | %.1f |%n",
                name,
                to,
                open,
                steps.size(),
                moved,
                changed(before.cases(), after.cases()),
                changed(before.tasks(), after.tasks()),
                changed(before.timers(), after.timers()),
                changed(before.waits(), after.waits()),
                changed(before.promises(), after.promises()),
                took.toMillis() / 1000.0);
    }

    private void batchesRun() {
        while (management.createBatchQuery().count() > 0) {
            for (Batch batch : management.createBatchQuery().list()) {
                for (String definition : List.of(
                        batch.getSeedJobDefinitionId(),
                        batch.getBatchJobDefinitionId(),
                        batch.getMonitorJobDefinitionId())) {
                    management
                            .createJobQuery()
                            .jobDefinitionId(definition)
                            .list()
                            .forEach(job -> management.executeJob(job.getId()));
                }
            }
        }
    }

    /** What people wait for, as the tables have it. */
    private record Standing(
            Set<String> cases, Set<String> tasks, Set<String> timers, Set<String> waits, Set<String> promises) {}

    private Standing standing() {
        return new Standing(
                rows("select ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION where PARENT_ID_ is null"),
                rows("select ID_, PROC_INST_ID_, TASK_DEF_KEY_, ASSIGNEE_, DUE_DATE_, CREATE_TIME_ from ACT_RU_TASK"),
                rows(
                        "select ID_, PROCESS_INSTANCE_ID_, DUEDATE_, RETRIES_, SUSPENSION_STATE_, HANDLER_CFG_ from ACT_RU_JOB where TYPE_ = 'timer' and PROCESS_INSTANCE_ID_ is not null"),
                rows(
                        "select PROC_INST_ID_, EVENT_TYPE_, EVENT_NAME_, ACTIVITY_ID_ from ACT_RU_EVENT_SUBSCR where PROC_INST_ID_ is not null"),
                rows("select * from commitment"));
    }

    private Set<String> rows(String query) {
        TreeMap<String, Integer> times = new TreeMap<>();
        Set<String> rows = new HashSet<>();
        database.queryForList(query).forEach(row -> {
            String text = new TreeMap<>(row).toString();
            rows.add(text + " " + times.merge(text, 1, Integer::sum));
        });
        return rows;
    }

    private static int changed(Set<String> before, Set<String> after) {
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(after);
        Set<String> added = new HashSet<>(after);
        added.removeAll(before);
        return Math.max(lost.size(), added.size());
    }

    private static String ofRepair(String version) {
        return "PROC_DEF_ID_ in (select ID_ from ACT_RE_PROCDEF where KEY_ = 'repairRequest'" + version + ")";
    }

    private int count(String where) {
        return database.queryForObject(
                "select count(*) from ACT_RU_EXECUTION where PARENT_ID_ is null and " + where, Integer.class);
    }
}
