package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.baoxiu.slip.Catalogue.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("维修目录：按人们的说法找项目")
class CatalogueTest {

    private static final Entry GAS = entry("GA-01", "燃气泄漏处理", "关阀、开窗，不要碰开关。", List.of("煤气"), List.of("燃气…漏"));
    private static final Entry STOVE = entry("GA-02", "燃气灶维修", "", List.of("煤气灶", "打不着火"), List.of());
    private static final Entry BURST = entry("PL-09", "爆管抢修", "先关总阀。", List.of("跑水"), List.of("水管…爆"));
    private static final Entry TAP = entry("PL-02", "更换龙头", "", List.of(), List.of());
    private static final Entry TILES = entry("CI-03", "厨房、卫生间墙砖", "", List.of("瓷砖"), List.of());

    private final Catalogue catalogue = () -> List.of(TAP, TILES, STOVE, BURST, GAS);

    private static Entry entry(
            String code, String name, String safetyWords, List<String> synonyms, List<String> heard) {
        return new Entry(code, name, "水电", null, false, false, safetyWords, synonyms, heard, "general");
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName(
            "a clerk's label holds what can be searched, an owner's no codes; without synonyms there are no empty brackets")
    void labels() {
        assertThat(STOVE.label()).isEqualTo("水电　燃气灶维修（GA-02）　煤气灶、打不着火");
        assertThat(TAP.label()).isEqualTo("水电　更换龙头（PL-02）");
        assertThat(STOVE.plainLabel()).isEqualTo("燃气灶维修（煤气灶、打不着火）");
        assertThat(TAP.plainLabel()).isEqualTo("更换龙头");
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("an item is found by synonyms, by more that is heard, and by its name unless it lists several things")
    void words() {
        assertThat(GAS.words()).containsExactly("煤气", "燃气…漏", "燃气泄漏处理");
        assertThat(TILES.words()).containsExactly("瓷砖");
    }

    @ParameterizedTest
    @CsvSource({
        "煤气灶打不着火了,GA-02",
        "闻到煤气味,GA-01",
        "燃气管好像在漏,GA-01",
        "燃气灶没事。楼上在漏,''",
        "瓷砖掉了，还有跑水,PL-09 CI-03",
        "想更换龙头,PL-02",
        "厨房有问题,''",
        "水管爆了，煤气灶也打不着火,PL-09 GA-02",
        "煤气有味，水管突然爆裂,GA-01 PL-09",
    })
    @Tag("4.3.1.2")
    @DisplayName(
            "a sentence names its items: dangers first, then by the longest word; a word within a longer one counts for nothing")
    void spoken(String text, String codes) {
        List<String> expected = codes.isEmpty() ? List.of() : List.of(codes.split(" "));
        assertThat(catalogue.spokenOf(text)).extracting(Entry::code).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(catalogue.spokenOf(text).stream().map(Entry::danger).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName(
            "of two items that are no dangers the one with the longer word comes first, whatever their order in the table")
    void longestFirst() {
        assertThat(catalogue.spokenOf("瓷砖裂了，想更换龙头，煤气灶打不着火"))
                .extracting(Entry::code)
                .containsExactly("PL-02", "GA-02", "CI-03");
        Catalogue other = () -> List.of(STOVE, TAP, TILES);
        assertThat(other.spokenOf("瓷砖裂了，想更换龙头，煤气灶打不着火"))
                .extracting(Entry::code)
                .containsExactly("GA-02", "PL-02", "CI-03");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an item is known by its code alone; none is found for a code that is missing")
    void byCode() {
        assertThat(catalogue.find("PL-02")).contains(TAP);
        assertThat(catalogue.find("PL-99")).isEmpty();
        assertThat(catalogue.find(null)).isEmpty();
        assertThat(GAS.danger()).isTrue();
        assertThat(STOVE.danger()).isFalse();
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("dangers have their words by name; those without an item in the table, or without words, are left out")
    void dangers() {
        assertThat(catalogue.dangers()).containsExactly(Map.entry("燃气", "关阀、开窗，不要碰开关。"), Map.entry("跑水", "先关总阀。"));
        Catalogue silent = () -> List.of(entry("EL-06", "漏电", "", List.of(), List.of()));
        assertThat(silent.dangers()).isEmpty();
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("what to say at once: of the chosen item, or else of all that the description speaks of, each once")
    void safetyWords() {
        assertThat(catalogue.safetyWords("PL-09", "闻到煤气味")).containsExactly("先关总阀。");
        assertThat(catalogue.safetyWords("PL-02", "闻到煤气味")).containsExactly("关阀、开窗，不要碰开关。");
        assertThat(catalogue.safetyWords(null, "煤气有味，水管突然爆裂")).containsExactlyInAnyOrder("关阀、开窗，不要碰开关。", "先关总阀。");
        assertThat(catalogue.safetyWords(null, "瓷砖掉了")).isEmpty();
        Catalogue twice = () -> List.of(GAS, entry("GA-03", "燃气表", "关阀、开窗，不要碰开关。", List.of("气表"), List.of()));
        assertThat(twice.safetyWords(null, "煤气味，气表在响")).hasSize(1);
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("a slip has words for whoever still waits: not once somebody is there, and not when it has ended")
    void safetyWordsOfASlip() {
        Catalogue dangerous = () -> List.of(entry("PL-01", "更换水管接头", "先关总阀。", List.of(), List.of()));
        assertThat(dangerous.safetyWords(SlipAt.pickedUp())).containsExactly("先关总阀。");
        assertThat(dangerous.safetyWords(SlipAt.onSite())).isEmpty();
        Slip cancelled = SlipAt.notified();
        cancelled.contacting().cancel("不用了", SlipAt.NINE.plus(Duration.ofMinutes(1)));
        assertThat(dangerous.safetyWords(cancelled)).isEmpty();
    }
}
