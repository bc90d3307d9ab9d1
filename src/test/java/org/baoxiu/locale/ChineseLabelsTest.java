package org.baoxiu.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label that is missing in the Chinese file shows its raw key to whoever is there. */
@DisplayName("四个网页应用的中文是完整的")
class ChineseLabelsTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{?\\s*\\w*\\s*}}?|%\\w");
    /** The plural of an English word, which is a label of its own. */
    private static final String PLURAL = "s";
    /** What is called the same in every language. */
    private static final Set<String> NAMES = Set.of("CSV", "JSON");

    @ParameterizedTest
    @CsvSource({"tasklist, 412", "welcome, 172", "cockpit, 2460", "admin, 575"})
    void everyLabelOfTheEngineIsThere(String application, int labels) throws IOException {
        JsonNode english = labels(application, "en");
        JsonNode chinese = labels(application, "zh");
        assertThat(english.size()).as("labels of this version of the engine").isEqualTo(labels);

        List<String> wrong = new ArrayList<>();
        english.fields().forEachRemaining(label -> {
            String text = chinese.path(label.getKey()).asText();
            String original = label.getValue().asText();
            if (text.isBlank() && !original.isBlank() && !original.equals(PLURAL)) {
                wrong.add(label.getKey() + " is missing");
            } else if (!placeholders(original).equals(placeholders(text))) {
                wrong.add(label.getKey() + " has other placeholders: " + text);
            } else if (!links(original).equals(links(text))) {
                wrong.add(label.getKey() + " leads elsewhere: " + text);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tasklist", "welcome", "cockpit", "admin"})
    void theLabelsAreChinese(String application) throws IOException {
        JsonNode english = labels(application, "en");
        List<String> foreign = new ArrayList<>();
        labels(application, "zh").fields().forEachRemaining(label -> {
            String text = label.getValue().asText();
            String words = text.replaceAll("<[^>]*>", "").replaceAll(PLACEHOLDER.pattern(), "");
            boolean untranslated =
                    text.equals(english.path(label.getKey()).asText()) && words.matches("(?s).*[A-Za-z].*");
            boolean withoutChinese = words.matches("(?s).*[A-Za-z]{3,}.*")
                    && !CHINESE.matcher(words).find();
            if ((untranslated || withoutChinese) && !NAMES.contains(text)) {
                foreign.add(label.getKey() + ": " + words);
            }
        });
        assertThat(foreign).as("labels without a Chinese word").isEmpty();
    }

    /** Months, days of the week, "three days ago": English unless the file has them. */
    @ParameterizedTest
    @CsvSource({"tasklist", "cockpit", "admin"})
    void datesAndDurationsAreChinese(String application) throws IOException {
        JsonNode english = file(application, "en").path("dateLocales");
        JsonNode chinese = file(application, "zh").path("dateLocales");

        assertThat(paths(chinese, "")).containsExactlyInAnyOrderElementsOf(paths(english, ""));
        assertThat(chinese.toString().replaceAll("\"\\w+\":|%\\w+|[MDYLTHhmd:]+", ""))
                .doesNotContainPattern("[A-Za-z]{2,}");
    }

    private static List<String> paths(JsonNode node, String path) {
        if (!node.isContainerNode()) {
            return List.of(path);
        }
        List<String> below = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                below.addAll(paths(node.get(i), path + "/" + i));
            }
        } else {
            node.fields().forEachRemaining(field -> below.addAll(paths(field.getValue(), path + "/" + field.getKey())));
        }
        return below;
    }

    private static List<String> links(String text) {
        return Pattern.compile("href=\"#[^\"]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group().replaceAll("\\s", ""));
        }
        found.sort(null);
        return found;
    }

    private static JsonNode labels(String application, String locale) throws IOException {
        return file(application, locale).path("labels");
    }

    private static JsonNode file(String application, String locale) throws IOException {
        String path = "META-INF/resources/webjars/camunda/app/" + application + "/locales/" + locale + ".json";
        try (InputStream file = ChineseLabelsTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            // the engine's files begin with a byte order mark
            return new ObjectMapper()
                    .readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
        }
    }
}
