package org.baoxiu.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the lines and seals are keyed with, HMAC-SHA-256. It is never in the database: whoever can write there cannot write a line that
 * verifies. A line names its key by the first characters of what the key makes of a constant, so that a change of keys is no false alarm.
 */
final class EvidenceKeys {

    /** Characters. */
    static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 48;
    private static final int LENGTH_OF_ID = 8;

    private final String current;
    private final Map<String, SecretKeySpec> byId = new LinkedHashMap<>();

    private EvidenceKeys(String key, List<String> former) {
        former.forEach(this::add);
        this.current = add(key);
    }

    /**
     * @param create whether a file that is not there yet is made
     * @throws EvidenceKeyException if there is no key
     */
    static EvidenceKeys of(EvidenceProperties settings, boolean create) {
        return new EvidenceKeys(
                settings.key().isBlank() ? inFile(settings.keyFile().strip(), create) : settings.key(),
                settings.formerKeys());
    }

    private String add(String text) {
        String secret = text.strip();
        if (secret.length() < SHORTEST) {
            throw EvidenceKeyException.tooShort();
        }
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        String id = HexFormat.of().formatHex(mac(key, "baoxiu evidence")).substring(0, LENGTH_OF_ID);
        byId.put(id, key);
        return id;
    }

    private static String inFile(String name, boolean create) {
        if (name.isEmpty()) {
            throw EvidenceKeyException.missing();
        }
        Path file = Path.of(name);
        try {
            if (create && !Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw EvidenceKeyException.unreadable(name);
        }
    }

    /** For its owner only. Of two who start at once the second reads what the first has made. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path prepared = Files.createTempFile(absolute.getParent(), "evidence", ".key", ownersOnly());
        try {
            Files.writeString(prepared, Base64.getEncoder().encodeToString(random) + "\n");
            Files.createLink(absolute, prepared);
        } catch (FileAlreadyExistsException e) {
            // the other one was faster
        } catch (UnsupportedOperationException e) {
            Files.copy(prepared, absolute);
        } finally {
            Files.delete(prepared);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Of the key that is in use. */
    String id() {
        return current;
    }

    boolean knows(String id) {
        return byId.containsKey(id);
    }

    /** Empty if nobody here has that key. */
    Optional<byte[]> mac(String id, String text) {
        return Optional.ofNullable(byId.get(id)).map(key -> mac(key, text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
