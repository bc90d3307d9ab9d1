package org.baoxiu.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Owners and colleagues are told what has happened and what to do, not how the application is built. Those who integrate or run it,
 * or draw its models, are spoken to in their own words elsewhere.
 */
@DisplayName("给人看的话里没有技术用语")
class PlainWordsTest {

    private static final Path CODE = Path.of("src", "main", "java", "org", "baoxiu");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path WEB_APPLICATIONS = RESOURCES.resolve("META-INF/resources/webjars/camunda/app");
    /** Spoken to integrators, process owners and operators only. */
    private static final List<Path> ENGINEERS = List.of(
            CODE.resolve("web/api"),
            CODE.resolve("web/ServerErrors.java"),
            CODE.resolve("models"),
            CODE.resolve("calendar/HolidayFile.java"),
            CODE.resolve("operation/OperatorCommand.java"),
            CODE.resolve("people/AdministratorException.java"),
            WEB_APPLICATIONS.resolve("admin"),
            WEB_APPLICATIONS.resolve("cockpit"));

    private static final Pattern SENTENCE =
            Pattern.compile("\"[^\"\n]*\\p{IsHan}[^\"\n]*\"|>[^<>\n]*\\p{IsHan}[^<>\n]*<|'[^'\n]*\\p{IsHan}[^'\n]*'");
    private static final Pattern TECHNICAL = Pattern.compile(
            "数据库|请求不|请求体|请求头|参数|变量|字段|流程实例|业务键|令牌|会话|缓存|空指针|控制字符" + "|HTTP|JSON|SQL|UTF-8|errcode|[a-z]Exception|业主不修");

    @Test
    void noSentenceOfTheApplicationHasOne() throws IOException {
        assertThat(Stream.of(
                                files(CODE, ".java"),
                                files(RESOURCES.resolve("templates"), ".html"),
                                files(RESOURCES.resolve("static"), ".js"),
                                files(RESOURCES.resolve("META-INF"), ".js"))
                        .flatMap(List::stream)
                        .filter(file -> ENGINEERS.stream().noneMatch(file::startsWith))
                        .flatMap(PlainWordsTest::technical))
                .isEmpty();
    }

    @Test
    void noFormAndNoDecisionHasOne() throws IOException {
        assertThat(Stream.of(files(Path.of("forms"), ".form"), files(Path.of("processes"), ".dmn"))
                        .flatMap(List::stream)
                        .flatMap(PlainWordsTest::technical))
                .isEmpty();
    }

    @Test
    void theGuidesCallAStateAsTheApplicationDoes() throws IOException {
        assertThat(files(Path.of("docs"), ".md")).isNotEmpty().allSatisfy(guide -> assertThat(Files.readString(guide))
                .doesNotContain("业主不修"));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Stream<String> technical(Path file) {
        try {
            return SENTENCE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group())
                    .filter(TECHNICAL.asPredicate())
                    .map(sentence -> file + ": " + sentence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
