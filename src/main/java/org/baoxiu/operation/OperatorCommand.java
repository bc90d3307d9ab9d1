package org.baoxiu.operation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baoxiu.engine.EngineClock;
import org.baoxiu.evidence.EvidenceLook;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What is asked of the jar itself instead of starting the application. {@code --baoxiu.check} ends with 0 when the records agree, 1 when they
 * do not, 2 when nobody could look, {@code --baoxiu.evidence} likewise where everything is held against its evidence;
 * {@code --baoxiu.restore=FILE} unpacks a backup of H2 into an empty place.
 */
public final class OperatorCommand {

    static final int AGREES = 0;
    static final int DISAGREES = 1;
    static final int FAILED = 2;

    private static final String CHECK = "--baoxiu.check";
    private static final String EVIDENCE = "--baoxiu.evidence";
    private static final String RESTORE = "--baoxiu.restore=";

    private static final String H2 = ".mv.db";
    private static final Pattern FILE_OF_H2 = Pattern.compile("^jdbc:h2:(?:file:)?(?!mem:|tcp:|ssl:|zip:)([^;]+)");

    /** No components: the application's own scan does not find them. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class DatabaseOnly {}

    static class SettingsOnly {}

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private OperatorCommand() {}

    /** @return how the process ends; empty where the application is to be started */
    public static OptionalInt run(String[] arguments) {
        List<String> all = Arrays.asList(arguments);
        if (all.contains(CHECK)) {
            return OptionalInt.of(new OperatorCommand().check(arguments));
        }
        if (all.contains(EVIDENCE)) {
            return OptionalInt.of(new OperatorCommand().evidence(arguments));
        }
        return all.stream()
                .filter(one -> one.startsWith(RESTORE))
                .mapToInt(one -> new OperatorCommand().restore(Path.of(one.substring(RESTORE.length())), arguments))
                .findFirst();
    }

    private int check(String[] arguments) {
        return look(arguments, database -> new Consistency(
                        database.getBean(JdbcClient.class), Clock.fixed(EngineClock.now(), ZoneId.systemDefault()))
                .findings());
    }

    private int evidence(String[] arguments) {
        return look(
                arguments,
                database -> EvidenceLook.findings(
                        database.getBean(JdbcClient.class),
                        database.getBean(PlatformTransactionManager.class),
                        database.getEnvironment()));
    }

    private int look(String[] arguments, Function<ConfigurableApplicationContext, List<String>> look) {
        try (ConfigurableApplicationContext database = started(DatabaseOnly.class, arguments)) {
            List<String> findings = look.apply(database);
            findings.forEach(out::println);
            out.println(findings.isEmpty() ? "都对得上" : findings.size() + " 处对不上");
            return findings.isEmpty() ? AGREES : DISAGREES;
        } catch (EvidenceLook.NoKey e) {
            out.println("没有核对成：" + e.getMessage());
            return FAILED;
        } catch (BeansException | DataAccessException e) {
            out.println("没有检查成：打不开数据库。H2 数据库要先停掉系统，或者在“运行状况”页面上检查。");
            out.println(e.getMessage());
            return FAILED;
        }
    }

    private static ConfigurableApplicationContext started(Class<?> parts, String[] arguments) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments);
    }

    /** Beside it is no word of where the original is, so the copy sends nothing until somebody confirms it. */
    private int restore(Path backup, String[] arguments) {
        Optional<Path> target = target(arguments);
        if (target.isEmpty()) {
            out.println("没有恢复：设置里用的不是 H2 数据库文件。PostgreSQL 请用 docker/restore-postgres.sh。");
            return FAILED;
        }
        if (!Files.isRegularFile(backup)) {
            out.println("没有恢复：没有这个备份文件 " + backup);
            return FAILED;
        }
        if (Files.exists(target.get())) {
            out.println("没有恢复：" + target.get() + " 已经存在。请先停掉系统，把它移到别处，再恢复。");
            return FAILED;
        }
        try {
            unpack(backup, target.get());
            out.println("已恢复到 " + target.get() + "。启动以后什么消息都不发，直到系统管理员在“运行状况”里确认这是正式系统。");
            return AGREES;
        } catch (IOException e) {
            out.println("没有恢复：" + e.getMessage());
            return FAILED;
        }
    }

    /** The file that the settings name. */
    private static Optional<Path> target(String[] arguments) {
        try (ConfigurableApplicationContext settings = started(SettingsOnly.class, arguments)) {
            return Optional.ofNullable(settings.getEnvironment().getProperty("spring.datasource.url"))
                    .map(FILE_OF_H2::matcher)
                    .filter(Matcher::find)
                    .map(url -> Path.of(url.group(1) + H2).toAbsolutePath().normalize());
        }
    }

    private static void unpack(Path backup, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(DatabasePlace.beside(target));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(H2)) {
                    Files.copy(zip, target);
                    return;
                }
            }
        }
        throw new IOException(backup + " 里没有 H2 数据库");
    }
}
