package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.monthend.RandomMonth;
import org.baoxiu.monthend.SlipLoader;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.web.Phone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How soon managers get their pages, from the request to the last byte, and how that grows with the slips: the whole application on
 * PostgreSQL, 5,000 slips open. {@code mvn -Pbench -Dbench=audit} prints a table; it asserts nothing.
 */
public final class AuditBench {

    private static final String SLIPS = System.getProperty("bench.slips", "10000,100000");
    private static final int OPEN = 5_000;
    private static final int WARM = 15;
    private static final int ASKED = 60;
    private static final String PERIOD = "from=2026-09-01&until=2026-11-30";

    private static final String CASES =
            """
      insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_, ROOT_PROC_INST_ID_, STATE_)
      select 'c-' || number, 'c-' || number, number, 'repairRequest', (select max(ID_) from ACT_RE_PROCDEF where KEY_ = 'repairRequest'), received_at,
             closed_at, 'c-' || number, case when closed_at is null then 'ACTIVE' else 'COMPLETED' end from slip""";

    /** Twenty tasks and steps a case, as an ordinary repair has. */
    private static final String ELEMENTS =
            "(select 'Task_' || i as element, i from generate_series(1, 13) i union all select 'SubProcess_' || i, i from generate_series(1, 7) i) e";

    private static final String STEPS =
            """
      insert into ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_NAME_, ACT_TYPE_, ASSIGNEE_, START_TIME_, END_TIME_, DURATION_, ROOT_PROC_INST_ID_)
      select e.element || ':' || number, 'repairRequest', (select max(ID_) from ACT_RE_PROCDEF where KEY_ = 'repairRequest'), 'c-' || number, 'c-' || number, e.element, e.element, 'userTask', technician, received_at,
             closed_at, 1000, 'c-' || number from slip, """
                    + ELEMENTS;

    private static final String TIMES =
            """
      insert into element_time (activity, slip_number, element, started_at, ended_at, seconds, limit_seconds, office, repair_class, item_code, technician)
      select e.element || ':' || number, number, e.element, received_at, closed_at, cast(random() * 5000 as bigint), nullif(900 * (e.i % 4), 0), office, repair_class,
             item_code, technician from slip, """
                    + ELEMENTS + " where closed_at is not null";

    /** Times in microseconds. */
    private record Times(long median, long p99) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f / %.0f", median / 1000.0, p99 / 1000.0);
        }
    }

    private AuditBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        List<Integer> sizes = Stream.of(SLIPS.split(",")).map(Integer::valueOf).toList();
        Map<String, List<Times>> table = new LinkedHashMap<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int slips : sizes) {
                try (ConfigurableApplicationContext office = office(server, "audit" + slips)) {
                    load(office.getBean(JdbcTemplate.class), slips);
                    measure(office.getEnvironment(), office.getBean(JdbcTemplate.class), table);
                }
            }
        }
        StringBuilder text = new StringBuilder("| p50 / p99, ms |");
        sizes.forEach(size -> text.append(String.format(Locale.ROOT, " %,d closed |", size)));
        text.append(" growth |\n|---|").append("---|".repeat(sizes.size() + 1)).append('\n');
        table.forEach((page, times) -> {
            text.append("| ").append(page).append(" |");
            times.forEach(one -> text.append(' ').append(one).append(" |"));
            text.append(String.format(
                    Locale.ROOT,
                    " × %.1f |%n",
                    (double) times.get(times.size() - 1).median() / times.get(0).median()));
        });
        System.out.println(text);
    }

    private static ConfigurableApplicationContext office(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new SpringApplicationBuilder(BaoxiuApplication.class)
                .profiles("demo")
                .run(
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", name)
                                + "&reWriteBatchedInserts=true",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--server.port=0",
                        "--management.server.port=0");
    }

    private static void load(JdbcTemplate database, int slips) {
        SlipLoader loader = new SlipLoader(database);
        loader.load(new RandomMonth(slips, MonthRun.MONTH, 1), slips + OPEN);
        loader.complete();
        database.update(
                "update slip set state = 'WORKING', closed_at = null where number in (select number from slip where closed_at is not null order by number limit "
                        + OPEN + ")");
        database.update("update slip set case_id = 'c-' || number");
        database.update(CASES);
        database.update(STEPS);
        database.update(TIMES);
        database.execute("vacuum analyze");
    }

    private static void measure(
            ConfigurableEnvironment environment, JdbcTemplate database, Map<String, List<Times>> table) {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        HttpOffice cockpit = HttpOffice.webApplications(port, "director");
        Phone director = Phone.of(port, "director");
        String instance = database.queryForObject(
                "select max(ID_) from ACT_HI_PROCINST where END_TIME_ is not null and ID_ like 'c-%'", String.class);
        String plugin = "/cockpit/plugin/baoxiu/default/";
        time("finished cases, list", table, () -> cockpit.get(plugin + "finished?" + PERIOD)
                .status());
        time("finished cases, by person and place", table, () -> cockpit.get(
                        plugin + "finished?person=tech1&place=3&" + PERIOD)
                .status());
        time(
                "history page of a case",
                table,
                () -> Math.max(
                        cockpit.get(plugin + "instance/" + instance).status(),
                        cockpit.get(plugin + "instance/" + instance + "/steps").status()));
        time("replay of a case", table, () -> director.fetches(
                        "/slips/" + instance.substring("c-".length()) + "/replay/data")
                .status());
        time("today", table, () -> director.opens("/today").status());
        time("heat map", table, () -> director.opens("/heat?" + PERIOD).status());
        time("slips behind a figure", table, () -> director.opens("/today/slips?figure=OPEN")
                .status());
    }

    private static void time(String page, Map<String, List<Times>> table, IntSupplier asks) {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < WARM + ASKED; i++) {
            long start = System.nanoTime();
            int status = asks.getAsInt();
            if (status != 200) {
                throw new IllegalStateException(page + " answers " + status);
            }
            if (i >= WARM) {
                taken.add((System.nanoTime() - start) / 1000);
            }
        }
        taken.sort(null);
        Times times = new Times(taken.get(taken.size() / 2), taken.get(taken.size() * 99 / 100));
        System.out.println(page + ": " + times);
        table.computeIfAbsent(page, name -> new ArrayList<>()).add(times);
    }
}
