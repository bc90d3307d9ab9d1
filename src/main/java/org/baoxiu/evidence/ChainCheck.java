package org.baoxiu.evidence;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * Holds the record of one slip or month against its chain, the chain against its codes, and its end against the seals. Every finding says
 * which record it is and what has happened to it.
 */
final class ChainCheck {

    private final String chain;
    private final List<Line> lines;
    private final @Nullable End end;
    private final List<Sealed> seals;
    private final List<Row> rows;
    private final EvidenceKeys keys;
    private final List<Finding> findings = new ArrayList<>();

    /** Where the chain ends, as its head says, with the salt of the words. */
    record End(int number, byte[] code, byte[] salt) {}

    /**
     * Where the chain ended when a seal was made.
     *
     * @param seal   its number
     * @param number of the line
     */
    record Sealed(int seal, LocalDateTime madeAt, int number, byte[] code) {}

    /**
     * @param lines in the order of their numbers
     * @param end   null if there is no head
     * @param rows  all that is recorded of the slip
     */
    ChainCheck(
            String chain, List<Line> lines, @Nullable End end, List<Sealed> seals, List<Row> rows, EvidenceKeys keys) {
        this.chain = chain;
        this.lines = lines;
        this.end = end;
        this.seals = seals;
        this.rows = rows;
        this.keys = keys;
    }

    List<Finding> findings() {
        if (lines.isEmpty()) {
            if (!rows.isEmpty()) {
                Canonical there = new Canonical();
                rows.stream().sorted(Comparator.comparing(Row::id)).forEach(row -> there.add(row.id())
                        .add(unwritten(row)));
                say(null, end == null && seals.isEmpty() ? "整张不是系统写的，没有存证" : "存证被整个删掉了", there);
            } else if (end != null || !seals.isEmpty()) {
                say(null, "连同存证整个被删掉了", gone());
            }
            return findings;
        }
        codes();
        end();
        seals();
        record();
        return findings;
    }

    private void say(@Nullable String row, String what, Canonical state) {
        findings.add(Finding.of(chain, row, name(chain) + "：" + what, state));
    }

    private static Canonical gone() {
        return new Canonical().add("gone");
    }

    /** As nobody has recorded it. */
    private Canonical unwritten(Row row) {
        return state(row, 1);
    }

    private Canonical state(Row row, int format) {
        return new Canonical().add(row.plain(format)).add(end == null ? null : row.words(format, end.salt()));
    }

    static String name(String chain) {
        if (chain.equals(Explanations.CHAIN) || chain.equals(SealCheck.SEALS)) {
            return chain;
        }
        return chain.matches("\\d{4}-\\d{2}") ? Times.month(YearMonth.parse(chain)) + "月报" : "维修单 " + chain;
    }

    private void codes() {
        byte[] former = Line.NOTHING;
        int expected = 1;
        boolean unknown = false;
        for (Line line : lines) {
            if (line.number() > expected) {
                lost(expected, line.number() - 1);
            } else if (!keys.knows(line.keyId())) {
                unknown = true;
            } else if (!line.follows(former, keys).orElse(false)) {
                say(null, "存证第 " + line.number() + " 行被改动", line.whole());
            }
            former = line.code();
            expected = line.number() + 1;
        }
        if (unknown) {
            say(null, "有的存证用的是另一把密钥，核对不了（换过密钥的，把旧的也写在设置里）", new Canonical().add("key"));
        }
    }

    private void lost(int from, int to) {
        say(
                null,
                "存证第 " + (from == to ? "" + from : from + " 至 " + to) + " 行不见了",
                new Canonical().add("lost").add(from).add(to));
    }

    private void end() {
        Line last = lines.get(lines.size() - 1);
        if (end == null) {
            say(null, "存证的末尾记录不见了", new Canonical().add("end"));
        } else if (end.number() > last.number()) {
            lost(last.number() + 1, end.number());
        } else if (end.number() < last.number() || !Arrays.equals(end.code(), last.code())) {
            say(null, "存证的末尾记录被改动", new Canonical().add(end.number()).add(end.code()));
        }
    }

    /** A chain that has been put back as a whole agrees with itself, not with what was sealed. */
    private void seals() {
        Map<Integer, Line> byNumber = lines.stream().collect(Collectors.toMap(Line::number, line -> line));
        seals.stream()
                .filter(seal -> {
                    Line line = byNumber.get(seal.number());
                    return line == null || !Arrays.equals(line.code(), seal.code());
                })
                .reduce((former, later) -> later)
                .ifPresent(seal -> say(
                        null,
                        "被换成了旧的样子：第 " + seal.seal() + " 号封存（" + time(seal.madeAt()) + "）时存证有 " + seal.number()
                                + " 行，现在只有 " + lines.get(lines.size() - 1).number() + " 行，或者不是那时的",
                        new Canonical().add("seal").add(seal.seal())));
    }

    private void record() {
        Map<String, Line> latest = new LinkedHashMap<>();
        // what a changed line now says of its record counts for nothing: its code has been reported
        lines.stream().filter(line -> kind(line).isPresent()).forEach(line -> latest.put(line.rowId(), line));
        Set<String> there = rows.stream().map(Row::id).collect(Collectors.toSet());
        for (Recorded whole : List.of(Recorded.SLIP, Recorded.MONTH)) {
            String id = whole + " " + chain;
            if (latest.containsKey(id) && !there.contains(id)) {
                say(id, "整个被删掉了", gone());
                return;
            }
        }
        rows.forEach(row -> compare(row, latest.get(row.id())));
        latest.forEach((id, line) -> {
            if (!there.contains(id)) {
                say(id, label(line) + "（" + time(line.writtenAt()) + " 存证）被删掉了", gone());
            }
        });
    }

    private void compare(Row row, @Nullable Line line) {
        if (line == null) {
            say(row.id(), label(row) + "不是系统写的，没有存证", unwritten(row));
            return;
        }
        boolean plain = Arrays.equals(row.plain(line.format()), line.plain());
        boolean words = end == null || Arrays.equals(row.words(line.format(), end.salt()), line.words());
        if (!plain || !words) {
            say(
                    row.id(),
                    label(row) + (plain ? "的文字" : words ? "的时间、人员、金额等" : "的文字和时间、人员、金额等") + "被改动",
                    state(row, line.format()));
        }
    }

    private static Optional<Recorded> kind(Line line) {
        return Arrays.stream(Recorded.values())
                .filter(kind -> kind.name().equals(line.record()))
                .findFirst();
    }

    private static String label(Line line) {
        return kind(line).map(kind -> label(kind, line.rowKey())).orElse("");
    }

    private static String label(Row row) {
        return label(row.kind(), row.key()) + (row.when() == null ? "" : "（" + time(row.when()) + "）");
    }

    private static String label(Recorded kind, @Nullable String key) {
        return kind.label() + (kind.source().key().equals("id") ? "第 " + key + " 号" : "");
    }

    private static String time(LocalDateTime local) {
        return Times.minuteAndYear(local.atZone(ZoneId.systemDefault()).toInstant());
    }
}
