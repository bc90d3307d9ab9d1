package org.baoxiu.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a chain; it is never changed. Its code covers the code of the line before it.
 *
 * @param number from 1, without gaps
 * @param record name of a {@link Recorded}; null of a line about the whole slip, as are the key and the hashes, or of an explanation
 * @param rowKey of the row; of an explanation the chain where the finding is
 * @param plain  hash of what no person has written; of an explanation {@link Finding#state}
 * @param words  salted hash of what people have written, null where they cannot
 * @param note   for people, without names
 */
record Line(
        String chain,
        int number,
        String kind,
        @Nullable String record,
        @Nullable String rowKey,
        LocalDateTime writtenAt,
        int format,
        byte @Nullable [] plain,
        byte @Nullable [] words,
        @Nullable String note,
        String keyId,
        byte[] code) {

    static final String COLUMNS =
            "chain, line_number, kind, record, row_key, written_at, format, plain_hash, words_hash, note, key_id, code";

    /** Before the first one. */
    static final byte[] NOTHING = new byte[32];

    /** With its code. */
    static Line after(byte[] former, Line uncoded, EvidenceKeys keys) {
        return new Line(
                uncoded.chain,
                uncoded.number,
                uncoded.kind,
                uncoded.record,
                uncoded.rowKey,
                uncoded.writtenAt,
                uncoded.format,
                uncoded.plain,
                uncoded.words,
                uncoded.note,
                keys.id(),
                keys.mac(keys.id(), uncoded.text(former)).orElseThrow());
    }

    static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getString("chain"),
                row.getInt("line_number"),
                row.getString("kind"),
                row.getString("record"),
                row.getString("row_key"),
                row.getObject("written_at", LocalDateTime.class),
                row.getInt("format"),
                row.getBytes("plain_hash"),
                row.getBytes("words_hash"),
                row.getString("note"),
                row.getString("key_id"),
                row.getBytes("code"));
    }

    /** Whether it is what was written behind that code; empty if nobody here has its key. */
    Optional<Boolean> follows(byte[] former, EvidenceKeys keys) {
        return keys.mac(keyId, text(former)).map(expected -> Arrays.equals(expected, code));
    }

    /** Of everything in it. */
    Canonical whole() {
        return new Canonical().add(text(NOTHING)).add(code);
    }

    private String text(byte[] former) {
        return new Canonical()
                .add(hex(former))
                .add(chain)
                .add(number)
                .add(kind)
                .add(record)
                .add(rowKey)
                .add(writtenAt)
                .add(format)
                .add(hex(plain))
                .add(hex(words))
                .add(note)
                .toString();
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /** As {@link Row#id}. */
    String rowId() {
        return record + " " + rowKey;
    }

    List<@Nullable Object> values() {
        return Arrays.asList(chain, number, kind, record, rowKey, writtenAt, format, plain, words, note, keyId, code);
    }
}
