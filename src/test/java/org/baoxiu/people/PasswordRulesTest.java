package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("found:E5")
class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1234567",
                "密码密码",
                "12345678",
                "123456789",
                "1234567890",
                "87654321",
                "11111111",
                "00000000",
                "88888888",
                "password",
                "Password1",
                "P@ssw0rd",
                "qwertyui",
                "qwerty123",
                "1q2w3e4r",
                "1qaz2wsx",
                "abcd1234",
                "asdfghjkl",
                "admin123",
                "iloveyou",
                "woaini1314",
                "5201314520",
                "a1234567",
                "19900101",
                "20261128",
                "wuye1234",
                "baoxiu2026",
                "Baoxiu-Gongzuo-7",
                "my-zhang.san-pass",
                "ZHANG.SAN-2026"
            })
    void whatIsSoonGuessedIsRefused(String password) {
        assertThat(rules.accept(password, "zhang.san")).isFalse();
    }

    /** Length, not composition. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuaile-2026-hetang",
                "correct horse battery staple",
                "梅花香自苦寒来春风又绿",
                "hetangyuese",
                "Kuaile-2026",
                "97415380264"
            })
    void whatIsLongAndNobodysFirstGuessIsAccepted(String password) {
        assertThat(rules.accept(password, "zhang.san")).isTrue();
    }

    @Test
    void aVeryLongPasswordIsMeasuredQuicklyAndAccepted() {
        assertThat(rules.accept("荷塘月色gongyu-".repeat(1_000), "clerk1")).isTrue();
    }

    @Test
    void theDemoPeopleKeepTheirsAndNobodyElseHasIt() {
        PasswordRules demo = new PasswordRules(Optional.of("baoxiu"));

        assertThat(demo.accept("baoxiu", "clerk1")).isTrue();
        assertThat(demo.accept("Baoxiu", "clerk1")).isFalse();
        assertThat(demo.accept("1", "clerk1")).isFalse();
    }
}
