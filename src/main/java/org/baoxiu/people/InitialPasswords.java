package org.baoxiu.people;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baoxiu.shared.Hash;

/**
 * Passwords to begin with: read out or written on paper, so without letters and digits that look alike. They follow from a key that
 * only the page of whoever enters people has, so that its form sent a second time shows them again, and nothing stores them.
 */
final class InitialPasswords {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    private static final PasswordRules RULES = new PasswordRules(Optional.empty());

    private InitialPasswords() {}

    /** @param key a random UUID, for nobody may guess it */
    static String of(String key, String login) {
        return IntStream.iterate(0, attempt -> attempt + 1)
                .mapToObj(attempt -> signs(Hash.of("password/" + attempt + "/" + key + "/" + login)))
                .filter(password -> RULES.accept(password, login))
                .findFirst()
                .orElseThrow();
    }

    static String nobodyKnows(String login) {
        return of(UUID.randomUUID().toString(), login);
    }

    private static String signs(String hash) {
        byte[] random = HexFormat.of().parseHex(hash);
        return IntStream.range(0, LENGTH)
                .map(index -> Byte.toUnsignedInt(random[index]) % SIGNS.length())
                .mapToObj(sign -> SIGNS.substring(sign, sign + 1))
                .collect(Collectors.joining());
    }
}
