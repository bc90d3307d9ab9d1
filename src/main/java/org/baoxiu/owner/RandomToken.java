package org.baoxiu.owner;

import java.security.SecureRandom;
import java.util.Base64;

/** What cannot be guessed, for addresses and cookies. */
final class RandomToken {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomToken() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
