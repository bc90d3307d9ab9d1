package org.baoxiu.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.baoxiu.evidence.ChainCheck.End;
import org.baoxiu.evidence.ChainCheck.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一张单的存证：改了什么，说得出来")
class ChainCheckTest {

    private static final String SLIP = "WX20261123-000042";
    private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 23, 9, 0);
    private static final EvidenceKeys KEYS = keys("a key that is known to this test only");
    private static final byte[] SALT = {1, 2, 3};

    private final List<Line> lines = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Sealed> seals = new ArrayList<>();
    private End end;

    private static EvidenceKeys keys(String key, String... former) {
        return EvidenceKeys.of(new EvidenceProperties(key, "", List.of(former), List.of()), false);
    }

    @BeforeEach
    void aSlipWithTwoLinesOfHistory() {
        writes(row(Recorded.SLIP, SLIP, "state", "RECEIVED", "fault", "水龙头漏水"));
        writes(row(Recorded.HISTORY, "7", "person", "clerk1", "text", "接到电话报修"));
        writes(row(Recorded.HISTORY, "8", "person", "tech1", "text", "到达现场"));
    }

    private static Row row(Recorded kind, String key, String... values) {
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            columns.put(values[i], values[i + 1]);
        }
        return new Row(kind, key, SLIP, NINE, columns, List.of());
    }

    private void writes(Row row) {
        rows.removeIf(former -> former.id().equals(row.id()));
        rows.add(row);
        byte[] former = lines.isEmpty() ? Line.NOTHING : last().code();
        Line line = new Line(
                SLIP,
                lines.size() + 1,
                LineKind.WRITTEN.name(),
                row.kind().name(),
                row.key(),
                NINE,
                1,
                row.plain(1),
                row.words(1, SALT),
                null,
                "",
                Line.NOTHING);
        lines.add(Line.after(former, line, KEYS));
        end = new End(last().number(), last().code(), SALT);
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }

    private List<String> findings() {
        return findings(KEYS);
    }

    private List<String> findings(EvidenceKeys keys) {
        return new ChainCheck(SLIP, lines, end, seals, rows, keys)
                .findings().stream().map(Finding::text).toList();
    }

    private void exchange(String key, Consumer<Map<String, String>> change) {
        Row row = rows.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        Map<String, String> values = new HashMap<>(row.values());
        change.accept(values);
        rows.set(rows.indexOf(row), new Row(row.kind(), key, SLIP, NINE, values, List.of()));
    }

    @Test
    void whatWasWrittenAgrees() {
        writes(row(Recorded.SLIP, SLIP, "state", "REGISTERED", "fault", "水龙头漏水"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aTextThatWasChangedIsNamed() {
        exchange("8", values -> values.put("text", "没有到场"));
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：过程记录第 8 号（2026年11月23日 09:00）的文字被改动");
    }

    @Test
    void aPersonThatWasChangedIsNamed() {
        exchange("8", values -> values.put("person", "tech2"));
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：过程记录第 8 号（2026年11月23日 09:00）的时间、人员、金额等被改动");
    }

    @Test
    void aValueThatWasTakenAwayIsNoticed() {
        exchange("8", values -> values.remove("text"));
        assertThat(findings()).hasSize(1).first().asString().contains("第 8 号", "文字被改动");
    }

    @Test
    void rowsThatWereDeletedAndAddedAreNamed() {
        rows.removeIf(row -> row.key().equals("7"));
        rows.add(row(Recorded.HISTORY, "9", "text", "业主取消"));
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "维修单 " + SLIP + "：过程记录第 7 号（2026年11月23日 09:00 存证）被删掉了",
                        "维修单 " + SLIP + "：过程记录第 9 号（2026年11月23日 09:00）不是系统写的，没有存证");
    }

    @Test
    void rowsThatWereExchangedAreBothNamed() {
        exchange("7", values -> values.put("text", "到达现场"));
        exchange("8", values -> values.put("text", "接到电话报修"));
        assertThat(findings()).hasSize(2);
    }

    @Test
    void theSlipIsGone() {
        rows.clear();
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：整个被删掉了");
        lines.clear();
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：连同存证整个被删掉了");
    }

    @Test
    void aSlipWithoutEvidenceIsNotOurs() {
        lines.clear();
        end = null;
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：整张不是系统写的，没有存证");
    }

    @Test
    void aLineThatWasChangedIsNamed() {
        Line second = lines.get(1);
        Row other = row(Recorded.HISTORY, "7", "person", "clerk2", "text", "接到电话报修");
        lines.set(
                1,
                new Line(
                        SLIP,
                        2,
                        second.kind(),
                        second.record(),
                        "7",
                        NINE,
                        1,
                        other.plain(1),
                        second.words(),
                        null,
                        second.keyId(),
                        second.code()));
        exchange("7", values -> values.put("person", "clerk2"));
        assertThat(findings()).containsExactly("维修单 " + SLIP + "：存证第 2 行被改动");
    }

    @Test
    void linesCannotChangePlaces() {
        Collections.swap(lines, 0, 1);
        assertThat(findings()).isNotEmpty();
    }

    /** Each line of it was once written by the application, as after a backup was restored; together they tell what never was. */
    @Test
    void aLineOfAnotherStoryDoesNotFit() {
        Line second = lines.get(1);
        lines.set(1, Line.after(new byte[] {7}, second, KEYS));
        assertThat(findings()).contains("维修单 " + SLIP + "：存证第 2 行被改动");
    }

    @Test
    void linesThatAreGoneAreNamed() {
        lines.remove(1);
        assertThat(findings()).contains("维修单 " + SLIP + "：存证第 2 行不见了");
        lines.remove(1);
        assertThat(findings()).contains("维修单 " + SLIP + "：存证第 2 至 3 行不见了");
    }

    @Test
    void whatWasPutBackAsAWholeDoesNotAgreeWithTheSeal() {
        List<Line> oldLines = List.copyOf(lines);
        List<Row> oldRows = List.copyOf(rows);
        End oldEnd = end;
        writes(row(Recorded.HISTORY, "9", "text", "业主投诉"));
        seals.add(new Sealed(3, NINE.plusHours(18), last().number(), last().code()));
        assertThat(findings()).isEmpty();

        lines.clear();
        lines.addAll(oldLines);
        rows.clear();
        rows.addAll(oldRows);
        end = oldEnd;
        assertThat(findings())
                .containsExactly("维修单 " + SLIP + "：被换成了旧的样子：第 3 号封存（2026年11月24日 03:00）时存证有 4 行，现在只有 3 行，或者不是那时的");
    }

    @Test
    void whoeverHasAnotherKeyCannotWriteALine() {
        Row forged = row(Recorded.HISTORY, "9", "text", "业主同意");
        rows.add(forged);
        EvidenceKeys own = keys("a key of whoever can write to the database");
        lines.add(Line.after(
                last().code(),
                new Line(
                        SLIP,
                        4,
                        "WRITTEN",
                        "HISTORY",
                        "9",
                        NINE,
                        1,
                        forged.plain(1),
                        forged.words(1, SALT),
                        null,
                        "",
                        Line.NOTHING),
                own));
        end = new End(4, last().code(), SALT);
        assertThat(findings()).hasSize(1).first().asString().contains("另一把密钥");
    }

    @Test
    void aFormerKeyGoesOnToVerify() {
        assertThat(findings(keys("the next key, of as many characters as it takes")))
                .hasSize(1);
        assertThat(findings(keys(
                        "the next key, of as many characters as it takes", "a key that is known to this test only")))
                .isEmpty();
    }

    @Test
    void withoutItsSaltTheHashOfWordsIsNotThatOfTheWords() {
        Row row = row(Recorded.HISTORY, "7", "text", "张三");
        assertThat(row.words(1, SALT)).isNotEqualTo(row.words(1, new byte[] {1, 2, 4}));
        assertThat(row.plain(1))
                .isEqualTo(row(Recorded.HISTORY, "7", "text", "李四").plain(1));
    }
}
