package org.baoxiu.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.monthend.MonthEnd;
import org.springframework.context.ConfigurableApplicationContext;

/** Freezes and counts one month that is in the database, measured. */
final class MonthRun {

    static final String RESULT = "RESULT";
    static final YearMonth MONTH = YearMonth.of(2026, 10);

    private MonthRun() {}

    /** Arguments: settings … */
    public static void main(String[] settings) throws IOException {
        try (ConfigurableApplicationContext domain = MonthBench.domain(List.of(settings))) {
            MonthEnd months = domain.getBean(MonthEnd.class);
            long start = System.nanoTime();
            months.freeze(MONTH, "case");
            long frozen = System.nanoTime();
            months.count(MONTH);
            long counted = System.nanoTime();
            System.out.println(String.join(
                    "\t",
                    RESULT,
                    millis(start, frozen),
                    millis(frozen, counted),
                    String.valueOf(size(months)),
                    String.valueOf(heap()),
                    String.valueOf(process())));
        }
    }

    private static String millis(long from, long to) {
        return String.valueOf((to - from) / 1_000_000);
    }

    private static long size(MonthEnd months) throws IOException {
        long[] bytes = new long[1];
        months.copyPack(MONTH, new OutputStream() {
            @Override
            public void write(int one) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] content, int offset, int length) {
                bytes[0] += length;
            }
        });
        return bytes[0];
    }

    /** The most that was in use, garbage that was not collected yet among it. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(peak -> peak.getUsed())
                .sum();
    }

    /** The most that the whole process had of the machine's memory; 0 where the system does not say, that is outside Linux. */
    private static long process() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        }
    }
}
