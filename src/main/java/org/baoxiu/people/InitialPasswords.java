package org.baoxiu.people;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Passwords to begin with: read out or written on paper, so without letters and digits that look alike. */
@Component
class InitialPasswords {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();
    private final PasswordRules rules = new PasswordRules(Optional.empty());

    String next(String login) {
        return Stream.generate(this::any)
                .filter(password -> rules.accept(password, login))
                .findFirst()
                .orElseThrow();
    }

    private String any() {
        StringBuilder password = new StringBuilder();
        random.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> password.append(SIGNS.charAt(sign)));
        return password.toString();
    }
}
