package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.board.ClockState;
import org.baoxiu.lists.RandomSlips;
import org.baoxiu.lists.SlipFilter;
import org.baoxiu.lists.SlipLists;
import org.baoxiu.lists.SlipOrder;
import org.baoxiu.office.PlaceSearch;
import org.baoxiu.search.ManySlips;
import org.baoxiu.search.SlipSearch;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.TestClock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How soon the desk answers, from the slips and from the register, by who asks, kind of question and number of slips, and how that
 * grows: on PostgreSQL, in a database with C locale, and beside it on H2; and how soon a page of the list of slips is there.
 * {@code mvn -Pbench -Dbench=search} prints tables and how the database looked for it; it asserts nothing.
 */
public final class SearchBench {

    private static final String SLIPS = System.getProperty("bench.slips", "10000,100000,1000000");
    private static final int ON_H2 = 50_000;
    private static final int OPEN = 20_000;
    private static final int LINES = 50;
    private static final int WARM = 30;
    private static final int ASKED = 200;
    private static final List<String> EXPLAINED = List.of("13800138000", "8000", "3栋2单元1101", "建国", "空调", "白蚁", "花洒渗水");

    /** Times in microseconds. */
    private record Times(long median, long p99) {

        static Times of(List<Long> all) {
            List<Long> sorted = new ArrayList<>(all);
            Collections.sort(sorted);
            return new Times(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", median / 1000.0, p99 / 1000.0);
        }
    }

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Map<String, Map<String, List<Times>>> tables = new LinkedHashMap<>();
        List<Integer> sizes = Stream.of(SLIPS.split(",")).map(Integer::valueOf).toList();
        // as the guide for operators sets it: with the 128 MB that it has by itself, most rows of a million slips come
        // from outside
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "2GB")
                .start()) {
            for (int slips : sizes) {
                try (ConfigurableApplicationContext domain = MonthBench.domain(postgres(server, "search" + slips))) {
                    System.out.printf(Locale.ROOT, "PostgreSQL, %,d slips%n", slips);
                    ManySlips many = load(domain, slips);
                    domain.getBean(JdbcTemplate.class).execute("vacuum analyze");
                    many.readers().forEach((reader, scope) -> measure(domain, many, scope)
                            .forEach((kind, times) -> tables.computeIfAbsent(reader, first -> new LinkedHashMap<>())
                                    .computeIfAbsent(kind, first -> new ArrayList<>())
                                    .add(times)));
                    many.readers()
                            .forEach((reader, scope) -> EXPLAINED.forEach(asked ->
                                    System.out.println(reader + ": " + asked + "\n" + many.plan(asked, scope) + "\n")));
                }
            }
            tables.forEach((reader, kinds) -> print(reader, sizes, kinds));
            try (ConfigurableApplicationContext domain = MonthBench.domain(h2())) {
                Map<String, Times> kinds = measure(domain, load(domain, ON_H2), OfficeScope.COMPANY);
                System.out.printf(Locale.ROOT, "%n| H2 | %,d slips |%n|---|---|%n", ON_H2);
                kinds.forEach((kind, times) -> System.out.printf("| %s | %s |%n", kind, times));
            }
            try (ConfigurableApplicationContext domain = MonthBench.domain(postgres(server, "lists"))) {
                load(domain, sizes.get(0));
                lists(domain);
            }
        }
    }

    private static List<String> postgres(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 encoding 'UTF8' locale 'C'");
        }
        return List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private static List<String> h2() throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "bench"));
        return List.of("--spring.datasource.url=jdbc:h2:file:"
                + Files.createTempDirectory(directory, "h2-").toAbsolutePath().resolve("search")
                + ";DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=0");
    }

    private static ManySlips load(ConfigurableApplicationContext domain, int slips) {
        ManySlips many = new ManySlips(domain, slips);
        many.flats().register(domain);
        System.out.printf(Locale.ROOT, "what they say was written in %.1f s%n", many.load() / 1000.0);
        return many;
    }

    /** What the desk asks as somebody types: slips, and places of the register. */
    private static Map<String, Times> measure(
            ConfigurableApplicationContext domain, ManySlips many, OfficeScope scope) {
        SlipSearch slips = domain.getBean(SlipSearch.class);
        PlaceSearch places = domain.getBean(PlaceSearch.class);
        Map<String, Times> kinds = new LinkedHashMap<>();
        many.questions(scope).forEach((kind, question) -> {
            List<String> asked = Stream.generate(question).limit(WARM + ASKED).toList();
            Times times = times(index -> {
                slips.find(asked.get(index), true, scope);
                if (!asked.get(index).isEmpty()) {
                    places.find("", asked.get(index), 0, true, scope);
                }
            });
            System.out.printf("%s: %s%n", kind, times);
            kinds.put(kind, times);
        });
        return kinds;
    }

    private static Times times(IntConsumer question) {
        return Times.of(IntStream.range(0, WARM + ASKED)
                .mapToObj(index -> time(() -> question.accept(index)))
                .skip(WARM)
                .toList());
    }

    private static long time(Runnable question) {
        long start = System.nanoTime();
        question.run();
        return (System.nanoTime() - start) / 1_000;
    }

    /** A page of the list of slips as its page asks for it, with that many open slips, each with its promises. */
    private static void lists(ConfigurableApplicationContext domain) {
        JdbcTemplate sql = domain.getBean(JdbcTemplate.class);
        Clock clock = domain.getBean(TestClock.class);
        new TransactionTemplate(domain.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        all -> new RandomSlips(sql, "管理处0", LocalDateTime.now(clock), 5).load(OPEN * 4 / 3));
        sql.execute("vacuum analyze");
        SlipLists lists = domain.getBean(SlipLists.class);
        Instant now = clock.instant();
        Map<String, Times> table = new LinkedHashMap<>();
        table.put("open, most urgent first", times(index -> page(lists, open(null, null), SlipOrder.PROMISE, 1)));
        table.put("… tenth page", times(index -> page(lists, open(null, null), SlipOrder.PROMISE, 10)));
        table.put("overdue", times(index -> page(lists, open(null, ClockState.OVERDUE), SlipOrder.PROMISE, 1)));
        table.put("of one technician", times(index -> page(lists, open("tech1", null), SlipOrder.PROMISE, 1)));
        table.put("by place", times(index -> page(lists, open(null, null), SlipOrder.PLACE, 3)));
        table.put(
                "ended of 30 days",
                times(index -> page(
                        lists,
                        new SlipFilter(
                                true,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                now.minus(Duration.ofDays(30)),
                                now,
                                null,
                                OfficeScope.COMPANY),
                        SlipOrder.CLOSED,
                        1)));
        System.out.printf(
                Locale.ROOT,
                "| page of a list | %,d open slips |%n|---|---|%n",
                sql.queryForObject(
                        "select count(*) from slip where closed_at is null and number like 'L%'", Integer.class));
        table.forEach((kind, times) -> System.out.printf("| %s | %s |%n", kind, times));
    }

    private static SlipFilter open(String technician, ClockState promise) {
        return new SlipFilter(
                false, null, null, technician, null, promise, null, null, null, null, OfficeScope.COMPANY);
    }

    private static void page(SlipLists lists, SlipFilter filter, SlipOrder order, int page) {
        lists.page(filter, order, filter.ended(), page, LINES);
    }

    private static void print(String reader, List<Integer> sizes, Map<String, List<Times>> kinds) {
        System.out.printf("%n| %s asks for |", reader);
        sizes.forEach(slips -> System.out.printf(Locale.ROOT, " %,d slips |", slips));
        System.out.printf(" growth of p99 |%n|---|%s%n", "---|".repeat(sizes.size() + 1));
        kinds.forEach((kind, times) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | × %.1f |%n",
                kind,
                String.join(" | ", times.stream().map(Times::toString).toList()),
                (double) times.get(times.size() - 1).p99() / times.get(0).p99()));
    }
}
