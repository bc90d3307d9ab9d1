package org.baoxiu.models.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * The cases that are rehearsed, with what people type, in {@code rehearsal/cases.json}.
 *
 * @param process that a case begins with
 * @param begins  when
 * @param people  who does what several may do: whoever comes first here
 * @param usual   what is typed at tasks, by their ids
 */
record NamedCases(
        String process,
        String begins,
        List<String> people,
        Map<String, List<Map<String, Object>>> usual,
        List<NamedCase> cases) {

    static NamedCases all() {
        try (InputStream file = new ClassPathResource("rehearsal/cases.json").getInputStream()) {
            return new ObjectMapper().readValue(file, NamedCases.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return cases.stream().map(NamedCase::name).toList();
    }

    /** What somebody types who comes to a task so many times before. */
    Map<String, Object> answer(NamedCase one, String task, int before) {
        List<Map<String, Object>> answers =
                one.answers().getOrDefault(task, usual.getOrDefault(task, List.of(Map.of())));
        return answers.get(Math.min(before, answers.size() - 1));
    }
}
