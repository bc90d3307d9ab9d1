package org.baoxiu.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Which passwords are good enough, however they are set: long enough and not soon guessed. What they are composed of does not
 * matter. The one of the demo people counts as good while they exist.
 */
public final class PasswordRules implements PasswordPolicy {

    public static final String REFUSED = "密码太简单：至少 8 位，不能是常见或容易猜到的密码，不能含有登录名或 baoxiu。请换一个再提交。";

    /** Characters as people count them. */
    static final int SHORTEST = 8;
    /** Longer ones are measured by their beginning: the measure takes the square of the length. */
    private static final int MEASURED = 64;
    /** From 0 to 4; below it, less than a hundred million guesses. */
    private static final int GOOD_SCORE = 2;

    private static final String PRODUCT = "baoxiu";
    /** What people here put into passwords, and foreign lists do not know. */
    private static final List<String> COMMON_HERE =
            List.of(PRODUCT, "wuye", "weixiu", "guanlichu", "woaini", "5201314", "1314520", "a123456");

    private final Zxcvbn guesses = new Zxcvbn();
    private final Optional<String> demoPassword;

    PasswordRules(Optional<String> demoPassword) {
        this.demoPassword = demoPassword;
    }

    /** The screens show a rule's name where they have no text for it, so the name is the text. */
    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new Rule("至少 8 位", (password, user) -> password.codePointCount(0, password.length()) >= SHORTEST),
                new Rule("不是常见或容易猜到的密码", this::isHardToGuess),
                new Rule("不含登录名或 baoxiu", PasswordRules::tellsNothing));
    }

    boolean accept(String password, @Nullable String login) {
        return getRules().stream().map(Rule.class::cast).allMatch(rule -> rule.holds(password, login));
    }

    private boolean isHardToGuess(String password, @Nullable String login) {
        List<String> known =
                Stream.concat(COMMON_HERE.stream(), Stream.ofNullable(login)).toList();
        return guesses.measure(password.substring(0, Math.min(password.length(), MEASURED)), known)
                        .getScore()
                >= GOOD_SCORE;
    }

    private static boolean tellsNothing(String password, @Nullable String login) {
        String plain = password.toLowerCase(Locale.ROOT);
        return !plain.contains(PRODUCT)
                && (login == null || login.isEmpty() || !plain.contains(login.toLowerCase(Locale.ROOT)));
    }

    private final class Rule implements PasswordPolicyRule {

        private final String text;
        private final BiPredicate<String, String> condition;

        private Rule(String text, BiPredicate<String, String> condition) {
            this.text = text;
            this.condition = condition;
        }

        private boolean holds(String password, @Nullable String login) {
            return demoPassword.filter(password::equals).isPresent() || condition.test(password, login);
        }

        @Override
        public String getPlaceholder() {
            return text;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(@Nullable String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(@Nullable String password, @Nullable User user) {
            return holds(Objects.requireNonNullElse(password, ""), user == null ? null : user.getId());
        }
    }
}
