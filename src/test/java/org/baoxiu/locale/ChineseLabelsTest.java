package org.baoxiu.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A label that is missing in the Chinese file shows its raw key to a clerk. */
@DisplayName("Tasklist 和 Welcome 的中文是完整的")
class ChineseLabelsTest {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{?\\s*\\w+\\s*}}?|%\\w");

    @ParameterizedTest
    @CsvSource({"tasklist, 412", "welcome, 172"})
    void everyLabelOfTheEngineIsThere(String application, int labels) throws IOException {
        JsonNode english = labels(application, "en");
        JsonNode chinese = labels(application, "zh");
        assertThat(english.size()).as("labels of this version of the engine").isEqualTo(labels);

        List<String> wrong = new ArrayList<>();
        english.fields().forEachRemaining(label -> {
            String text = chinese.path(label.getKey()).asText();
            if (text.isBlank() && !label.getValue().asText().isBlank()) {
                wrong.add(label.getKey() + " is missing");
            } else if (!placeholders(label.getValue().asText()).equals(placeholders(text))) {
                wrong.add(label.getKey() + " has other placeholders: " + text);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tasklist", "welcome"})
    void theLabelsAreChinese(String application) throws IOException {
        List<String> foreign = new ArrayList<>();
        labels(application, "zh").fields().forEachRemaining(label -> {
            String words = label.getValue().asText().replaceAll("<[^>]*>", "").replaceAll(PLACEHOLDER.pattern(), "");
            if (words.matches("(?s).*[A-Za-z]{3,}.*") && !CHINESE.matcher(words).find()) {
                foreign.add(label.getKey() + ": " + words);
            }
        });
        assertThat(foreign).as("labels without a Chinese word").isEmpty();
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
        String path = "META-INF/resources/webjars/camunda/app/" + application + "/locales/" + locale + ".json";
        try (InputStream file = ChineseLabelsTest.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            // the engine's files begin with a byte order mark
            return new ObjectMapper()
                    .readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""))
                    .path("labels");
        }
    }
}
