package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text of a form shows as Markdown is either written by the application or escaped by it. */
@DisplayName("表单文字里没有未转义的输入")
class FormMarkdownTest {

    /** Numbers, labels, words of the tables, addresses that were checked, and what the application escapes in itself. */
    private static final Set<String> OF_THE_APPLICATION = Set.of(
            "slipHeading",
            "slipNumber",
            "areaLabel",
            "promiseText",
            "promiseDue",
            "completionText",
            "complaintText",
            "slipTrail",
            "openSlipsHere",
            "incidentsHere",
            "quoteText",
            "billText",
            "consentText",
            "toolsAndMaterials",
            "escalationText",
            "itemNotes",
            "itemCode",
            "foundText",
            "foundSlips",
            "code",
            "contractorText",
            "correctionText",
            "monthLabel",
            "monthText",
            "checkText",
            "month");
    /** Words of people, with their escaped twin: the plain one is there alone where there is nothing to escape. */
    private static final Pattern TWIN = Pattern.compile("if (\\w+)Shown = null then \\1 else \\1Shown");

    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[a-z]\\w*");
    private static final Set<String> FEEL =
            Set.of("if", "then", "else", "null", "and", "date", "time", "now", "value", "replace");

    static Stream<Path> forms() throws IOException {
        return Files.list(Path.of("forms"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @Tag("found:D6")
    void wordsOfPeopleAreShownAsText(Path form) throws IOException {
        Set<String> raw = new TreeSet<>();
        texts(new ObjectMapper().readTree(form.toFile()), raw);
        assertThat(OF_THE_APPLICATION).containsAll(raw);
    }

    private static void texts(JsonNode component, Set<String> raw) {
        if (component.path("type").asText().equals("text")) {
            Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL)
                    .matcher(component.path("text").asText())
                    .results()
                    .map(template -> TWIN.matcher(template.group(1))
                            .replaceAll("")
                            .replaceAll("if \\w+ != \"\"", "")
                            .replaceAll("\"[^\"]*\"", ""))
                    .forEach(rest -> NAME.matcher(rest)
                            .results()
                            .map(name -> name.group())
                            .filter(name -> !FEEL.contains(name))
                            .forEach(raw::add));
        }
        component.path("components").forEach(child -> texts(child, raw));
    }
}
