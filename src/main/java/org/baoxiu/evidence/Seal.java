package org.baoxiu.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Times;

/**
 * How far the chains had come at a moment. Its code covers that of the seal before it, so that none can be left out or put in between.
 *
 * @param number from 1, without gaps
 * @param moved  how many chains have grown since the seal before
 * @param chains how many there were
 * @param digest of the ends of the chains that have grown
 */
public record Seal(int number, Instant madeAt, int moved, int chains, byte[] digest, String keyId, byte[] code) {

    static final String COLUMNS = "number, made_at, moved, chains, digest, key_id, code";

    private static final int PRINTED = 16;

    static Seal after(byte[] former, int number, Instant now, int moved, int chains, byte[] digest, EvidenceKeys keys) {
        Instant madeAt = now.truncatedTo(ChronoUnit.MILLIS);
        Seal uncoded = new Seal(number, madeAt, moved, chains, digest, keys.id(), Line.NOTHING);
        return new Seal(
                number,
                madeAt,
                moved,
                chains,
                digest,
                keys.id(),
                keys.mac(keys.id(), uncoded.text(former)).orElseThrow());
    }

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getInt("number"),
                LocalTimes.instant(row, "made_at"),
                row.getInt("moved"),
                row.getInt("chains"),
                row.getBytes("digest"),
                row.getString("key_id"),
                row.getBytes("code"));
    }

    /** Empty if nobody here has its key. */
    Optional<Boolean> follows(byte[] former, EvidenceKeys keys) {
        return keys.mac(keyId, text(former)).map(expected -> Arrays.equals(expected, code));
    }

    /** Of everything in it. */
    Canonical whole() {
        return new Canonical().add(text(Line.NOTHING)).add(code);
    }

    private String text(byte[] former) {
        return new Canonical()
                .add("seal")
                .add(HexFormat.of().formatHex(former))
                .add(number)
                .add(LocalDateTime.ofInstant(madeAt, ZoneId.systemDefault()))
                .add(moved)
                .add(chains)
                .add(HexFormat.of().formatHex(digest))
                .toString();
    }

    /** The first half of the code's first half, in groups of four: what fits on paper and still cannot be made to fit. */
    public String printed() {
        return HexFormat.of()
                .formatHex(code)
                .substring(0, PRINTED)
                .toUpperCase(Locale.ROOT)
                .replaceAll("(.{4})(?=.)", "$1-");
    }

    /** As it stands on paper and in the message. */
    public String line() {
        return "第 " + number + " 号封存，" + Times.minuteAndYear(madeAt) + "，共 " + chains + " 条存证，校验码 " + printed();
    }
}
