package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.office.OfficesChanged;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How soon Tasklist has its list of 50 and its count, by how many open tasks there are and how many of them are the reader's: on PostgreSQL,
 * with 300 offices. {@code mvn -Pbench -Dbench=lists} prints a table; it asserts nothing.
 */
public final class ListsBench {

    private static final int OPEN = Integer.getInteger("bench.open", 20_000);
    private static final int OFFICES = 300;
    private static final int WARM = 50;
    private static final int ASKED = 300;
    private static final String OF_MY_GROUPS = "本组任务";

    /** Of one case, with what names it in each table. */
    private static final Map<String, Set<String>> TABLES = Map.of(
            "act_ru_execution", Set.of("id_", "proc_inst_id_", "root_proc_inst_id_", "parent_id_", "business_key_"),
            "act_ru_task", Set.of("id_", "execution_id_", "proc_inst_id_"),
            "act_ru_variable", Set.of("id_", "execution_id_", "proc_inst_id_", "task_id_", "var_scope_"),
            "act_ru_identitylink", Set.of("id_", "task_id_"));

    private final ConfigurableApplicationContext application;
    private final JdbcTemplate database;
    private final IdentityService identity;
    private final FilterService filters;
    private final int port;

    private ListsBench(ConfigurableApplicationContext application) {
        this.application = application;
        this.database = application.getBean(JdbcTemplate.class);
        this.identity = application.getBean(IdentityService.class);
        this.filters = application.getBean(FilterService.class);
        this.port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                BaoxiuApplication.class, Office.class)
                        .profiles("demo", "postgres")
                        .run(
                                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres",
                                "--baoxiu.evidence.key=" + TestDatabase.EVIDENCE_KEY,
                                "--camunda.bpm.job-execution.enabled=false",
                                "--server.port=0")) {
            new ListsBench(application).run();
        }
    }

    private void run() {
        offices();
        person("few", OFFICES / 4);
        person("all", OFFICES);
        String task = cases();
        System.out.println(
                "| open tasks | reader | theirs | list of 50, ms (p50 / p99) | count, ms | list over HTTP, ms | count over HTTP, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int matching : List.of(OPEN / 5, OPEN * 4 / 5)) {
            offer(task, matching);
            database.execute("vacuum analyze");
            measure("clerk of the company", "clerk1");
            measure("clerk of all " + OFFICES + " offices", "all");
            measure("clerk of " + OFFICES / 4 + " offices", "few");
        }
    }

    private void offices() {
        for (int i = 1; i <= OFFICES; i++) {
            database.update("insert into office (name) values (?)", "第" + i + "管理处");
        }
        application.publishEvent(new OfficesChanged());
    }

    private List<Long> ids() {
        return database.queryForList("select id from office where name like '第%' order by id", Long.class);
    }

    /** One real case that nobody has in hand, as many times as there are to be. @return id of its task, which the ids of the others begin with */
    private String cases() {
        Office.RepairCase repair = application
                .getBean(Office.class)
                .message("RepairReported", Answers.with(Answers.leakingTap(), "channel", "web", "office", "第1管理处"));
        String task = repair.task(Elements.REGISTER_REQUEST).getId();
        List.of("act_ru_execution", "act_ru_task", "act_ru_variable")
                .forEach(table -> copy(table, "proc_inst_id_ = '%s'".formatted(repair.instance())));
        copy("act_ru_identitylink", "task_id_ = '%s'".formatted(task));
        return task;
    }

    private void copy(String table, String which) {
        List<String> columns = database.queryForList(
                "select column_name from information_schema.columns where table_name = ? order by ordinal_position",
                String.class,
                table);
        String copied = columns.stream()
                .map(column -> TABLES.get(table).contains(column) ? column + " || '-' || n" : column)
                .collect(Collectors.joining(", "));
        database.update("insert into %s (%s) select %s from %s, generate_series(1, %d) n where %s"
                .formatted(table, String.join(", ", columns), copied, table, OPEN - 1, which));
    }

    /** So many tasks are customer service's, evenly in all offices, and the others the supervisors'. */
    private void offer(String task, int matching) {
        List<Long> ids = ids();
        database.update("delete from act_ru_identitylink where task_id_ like ?", task + "%");
        database.update(
                """
            insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
            select t.id_ || case when there then 'at' else '' end, 1,
                   case when n <= ? then 'customerService' else 'engineeringSupervisor' end
                     || case when there then 'At' || (? + n %% %d) else '' end,
                   'candidate', t.id_
              from (select id_, row_number() over (order by id_) as n from act_ru_task) t,
                   (values (true), (false)) w(there)"""
                        .formatted(OFFICES),
                matching,
                ids.get(0));
    }

    private void person(String login, int offices) {
        User user = identity.newUser(login);
        user.setFirstName(login);
        user.setLastName("");
        user.setPassword("baoxiu");
        identity.saveUser(user);
        identity.createMembership(login, "customerService");
        ids().stream().limit(offices).forEach(id -> identity.createMembership(login, OfficeGroups.of(id)));
    }

    private void measure(String reader, String login) {
        String filter = filters.createTaskFilterQuery()
                .filterName(OF_MY_GROUPS)
                .singleResult()
                .getId();
        TaskService tasks = application.getBean(TaskService.class);
        List<String> groups = identity.createGroupQuery().groupMember(login).list().stream()
                .map(group -> group.getId())
                .toList();
        HttpOffice tasklist = HttpOffice.tasklist(port, login);
        identity.setAuthentication(login, groups);
        long theirs = filters.count(filter);
        String list = times(() -> filters.listPage(
                filter, tasks.createTaskQuery().orderByDueDate().asc(), 0, 50));
        String count = times(() -> filters.count(filter));
        identity.clearAuthentication();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | %,d | %s | %s | %s | %s |%n",
                OPEN,
                reader,
                theirs,
                list,
                count,
                times(() -> tasklist.getHal("/filter/" + filter + "/list?firstResult=0&maxResults=50")),
                times(() -> tasklist.get("/filter/" + filter + "/count")));
    }

    private static String times(Supplier<?> question) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < WARM + ASKED; i++) {
            long start = System.nanoTime();
            question.get();
            if (i >= WARM) {
                all.add((System.nanoTime() - start) / 1_000);
            }
        }
        Collections.sort(all);
        return String.format(
                Locale.ROOT, "%.1f / %.1f", all.get(ASKED / 2) / 1000.0, all.get(ASKED * 99 / 100) / 1000.0);
    }
}
