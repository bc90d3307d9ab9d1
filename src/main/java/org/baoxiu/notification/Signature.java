package org.baoxiu.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of UTF-8 text. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static byte[] of(String text, String secret) {
        return of(text, secret.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
