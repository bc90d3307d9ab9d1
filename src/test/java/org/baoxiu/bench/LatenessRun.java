package org.baoxiu.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One application, measured: letters are entered so that their registration is due when it suits the measurement, nobody
 * registers them, and the record says when whoever is told had the task of it.
 */
final class LatenessRun implements AutoCloseable {

    static final String RESULT = "RESULT";
    private static final Duration REGISTRATION = Duration.ofMinutes(3);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext application;
    private final Office office;
    private final JdbcTemplate database;
    private final Random random = new Random(20261124);

    private LatenessRun(String... settings) {
        application = new SpringApplicationBuilder(BaoxiuApplication.class, Office.class)
                .profiles("demo")
                .run(settings);
        office = application.getBean(Office.class);
        database = application.getBean(JdbcTemplate.class);
    }

    /**
     * Arguments: whether there is a mail server, which hangs; number of single timers, number of timers together, longest idle
     * time in seconds, settings …
     */
    public static void main(String[] arguments) throws Exception {
        boolean mail = Boolean.parseBoolean(arguments[0]);
        int singles = Integer.parseInt(arguments[1]);
        int many = Integer.parseInt(arguments[2]);
        int idle = Integer.parseInt(arguments[3]);
        String[] settings = Arrays.copyOfRange(arguments, 4, arguments.length);
        if (mail) {
            whileMailHangs(singles, many, idle, settings);
        } else {
            try (LatenessRun run = new LatenessRun(settings)) {
                Duration pace = Workload.fullPace(run.office, WARM_UP);
                run.measure("idle", singles, many, idle);
                try (Workload half = new Workload(run.office, pace.multipliedBy(2))) {
                    run.measure("half load", singles, many, idle);
                }
            }
        }
    }

    private static void whileMailHangs(int singles, int many, int idle, String... settings) throws Exception {
        try (HangingMailServer mail = new HangingMailServer()) {
            String[] withMail = Stream.concat(
                            Stream.of(settings),
                            Stream.of("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mail.port()))
                    .toArray(String[]::new);
            try (LatenessRun run = new LatenessRun(withMail)) {
                run.everybodyHasAnAddress();
                Workload.fullPace(run.office, WARM_UP);
                run.measure("mail hangs", singles, many, idle);
            }
            System.out.println("connections to the mail server: " + mail.callers());
        }
    }

    private void everybodyHasAnAddress() {
        IdentityService identity = application.getBean(IdentityService.class);
        for (User person : identity.createUserQuery().list()) {
            person.setEmail(person.getId() + "@example.org");
            identity.saveUser(person);
        }
    }

    private void measure(String condition, int singles, int many, int idle) throws Exception {
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < singles; i++) {
            alone.addAll(lateness(List.of(reports(office.now().plusMillis(2000 + random.nextInt(1000 * idle))))));
        }
        print(condition, "single", alone);
        print(
                condition,
                "spread over a minute",
                together(many, Duration.ofMinutes(1).dividedBy(many)));
        print(condition, "at one instant", together(many, Duration.ZERO));
    }

    /** All reported before the first is due. */
    private List<Long> together(int many, Duration distance) throws Exception {
        long start = System.nanoTime();
        reports(office.now().plus(REGISTRATION));
        Duration all = Duration.ofNanos((System.nanoTime() - start) * many).plusSeconds(10);
        Instant first = office.now().plus(all.compareTo(REGISTRATION) < 0 ? all : REGISTRATION.minusSeconds(1));
        List<Callable<String>> reports = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Instant due = first.plus(distance.multipliedBy(i));
            reports.add(() -> reports(due));
        }
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        List<String> slips = new ArrayList<>();
        for (Future<String> report : clerks.invokeAll(reports)) {
            slips.add(report.get());
        }
        clerks.shutdown();
        if (office.now().isAfter(first)) {
            throw new IllegalStateException("reporting " + many + " requests takes too long on this machine");
        }
        return lateness(slips);
    }

    private String reports(Instant due) {
        return office.reports(
                        "clerk1",
                        Answers.with(
                                Answers.leakingTap(),
                                "channel",
                                "letter",
                                "receivedAt",
                                due.minus(REGISTRATION).toString()))
                .number();
    }

    /**
     * In milliseconds from the promised time to the task of whoever is told; waits until the last of them has it. A look at the
     * marks, which are of the same transactions, disturbs less than one at the tasks.
     */
    private List<Long> lateness(List<String> slips) {
        String first = slips.stream().min(String::compareTo).orElseThrow();
        Set<String> told = Set.of();
        while (!told.containsAll(slips)) {
            LockSupport.parkNanos(
                    Duration.ofMillis(slips.size() == 1 ? 100 : 500).toNanos());
            told = Set.copyOf(database.queryForList(
                    "select slip_number from commitment where slip_number >= ? and kind = 'REGISTRATION'"
                            + " and missed_at is not null",
                    String.class,
                    first));
        }
        Map<String, Long> late = new HashMap<>();
        database.query(
                """
        select c.slip_number, c.due_at, t.create_time_ from commitment c
        join act_ru_execution e on e.business_key_ = c.slip_number and e.parent_id_ is null
        join act_ru_task t on t.proc_inst_id_ = e.proc_inst_id_ and t.task_def_key_ = 'Task_HandleEscalation'
        where c.kind = 'REGISTRATION' and c.slip_number >= ?""",
                row -> {
                    late.put(
                            row.getString(1),
                            row.getTimestamp(3).getTime() - row.getTimestamp(2).getTime());
                },
                first);
        late.keySet().retainAll(slips);
        if (late.size() < slips.size()) {
            throw new IllegalStateException(
                    "of " + slips.size() + " missed promises only " + late.size() + " were told");
        }
        return List.copyOf(late.values());
    }

    private static void print(String condition, String timers, List<Long> lateness) {
        List<Long> sorted = lateness.stream().sorted().toList();
        System.out.printf(
                "%s\t%s\t%s\t%d\t%d\t%d\t%d%n",
                RESULT,
                condition,
                timers,
                sorted.size(),
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                sorted.get(sorted.size() - 1));
    }

    /** Nearest rank. */
    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    @Override
    public void close() {
        application.close();
    }
}
