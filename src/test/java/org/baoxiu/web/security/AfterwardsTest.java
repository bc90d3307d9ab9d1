package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a login leads to. */
class AfterwardsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/months/2026-11?office=1",
                "/camunda/app/tasklist/default/#/?task=5a3f-1",
                "/camunda/app/tasklist/default/?a=b#/?searchQuery=%5B%5D&sorting=[{\"sortBy\":\"dueDate\"}]&task=1//.."
            })
    void toWhatWasWanted(String page) {
        assertThat(Afterwards.page(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "board",
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "/tasks//evil.example",
                "/a/../../b",
                "/login",
                "/login#/tasks",
                "#/tasks",
                "/tasks#a b",
                "/tasks#a\nLocation: /b"
            })
    void neverElsewhere(String page) {
        assertThat(Afterwards.page(page)).isEqualTo("/tasks");
    }
}
