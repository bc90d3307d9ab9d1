package org.baoxiu.process.repair;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ASSESS_FAULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_APPLICATION;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.SUPPLEMENT_APPLICATION;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.SURVEY_SITE;
import static org.baoxiu.testing.Answers.application;
import static org.baoxiu.testing.Answers.assessed;
import static org.baoxiu.testing.Answers.darkCorridor;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.surveyed;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the catalogue knows of an item besides its price: its words, its dangers, its area, and that a door has to be broken. */
@ProcedureTest
@DisplayName("维修项目自己知道的事")
@Tag("long")
class CatalogueInUseTest {

    private static final List<String> COLUMNS =
            List.of("Area", "ForcedEntry", "ContractorOnly", "SafetyWords", "Synonyms");

    @Autowired
    Office office;

    @Autowired
    Catalogue catalogue;

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    // the words that people use

    @ParameterizedTest
    @CsvSource({
        "没电,EL-05",
        "灯泡,EL-01",
        "下水道,DR-01",
        "马桶堵,PL-04",
        "煤气,GA-01",
        "燃气味,GA-01",
        "煤气味,GA-01",
        "有煤气,GA-01",
        "漏煤气,GA-01",
        "停水,PL-16",
        "开锁,DL-08",
        "钥匙,DL-08",
        "锁坏,DL-02",
        "电梯坏,LI-02",
        "空调不冷,AC-02",
        "纱窗,DL-06",
        "墙皮,WW-01",
        "发霉,WW-07",
        "跳闸,EL-03",
        "漏电,EL-06",
        "灯不亮,EL-01",
        "断电,EL-05",
        "停电,EL-05",
        "插座没电,EL-02",
        "没水,PL-16",
        "水龙头,PL-01",
        "爆管,PL-09",
        "漏水,PL-08",
        "楼上漏水,WW-05",
        "厕所堵,PL-04",
        "地漏,DR-02",
        "反味,DR-02",
        "没热水,GA-04",
        "热水器,GA-05",
        "油烟机,GA-06",
        "煤气灶,GA-03",
        "天然气,GA-01",
        "电梯关人,LI-01",
        "困人,LI-01",
        "门禁,AX-02",
        "门铃,AX-01",
        "没网,AX-04",
        "暖气不热,PL-12",
        "地暖,PL-12",
        "破门,DL-08",
        "忘带钥匙,DL-08",
        "换锁,DL-01",
        "反锁,DL-09",
        "玻璃碎,DL-07",
        "窗户关不上,DL-05",
        "瓷砖,WW-02",
        "掉漆,WW-01",
        "地板,WW-08",
        "晾衣架,DL-12",
        "柜门,DL-13",
        "楼道灯,PB-01",
        "路灯,PB-03",
        "井盖,LS-04",
        "道闸,AX-06",
        "监控,AX-05",
        "着火,FS-01",
        "消防栓,FS-03",
        "屋顶漏水,RF-01",
        "外墙渗水,RF-04",
        "外墙掉砖,RF-03",
        "充电桩,PB-06",
        "车位锁,AX-07",
        "树枝,LS-01",
        "健身器材,LS-05",
        "浴霸,EL-09",
        "淋浴,PL-07",
        "其他,OTHER-01",
        "化粪池,DR-05",
        "整栋停电,PB-04"
    })
    @Tag("4.3.1.2")
    void whatPeopleSayFindsTheItem(String word, String code) {
        String options = office.localVariable(
                        office.reports("clerk1", leakingTap()).task(REGISTER_REQUEST), "catalogueOptions")
                .toString();
        Catalogue.Entry entry = catalogue.find(code).orElseThrow();

        assertThat(entry.label())
                .as("the clerk's select looks into labels only")
                .contains(word);
        assertThat(entry.plainLabel()).contains(word);
        assertThat(options).contains("{\"label\":\"" + entry.label() + "\",\"value\":\"" + code + "\"}");
    }

    @Test
    @Tag("4.3.1.2")
    void labelsFitOnAPhoneAndDifferFromEachOther() {
        assertThat(catalogue.entries())
                .extracting(Catalogue.Entry::label)
                .doesNotHaveDuplicates()
                .allSatisfy(label -> assertThat(label.length()).isLessThanOrEqualTo(52));
        assertThat(catalogue.entries())
                .allSatisfy(
                        entry -> assertThat(entry.synonyms()).as(entry.code()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/owners-words.txt", delimiter = '|')
    @Tag("4.3.1.2")
    @DisplayName(
            "in what an owner says at the telephone or writes on the page, the item is found, no wrong one, and a danger first")
    void whatOwnersSayFindsTheItem(String sentence, String meant) {
        List<Catalogue.Entry> offered =
                catalogue.spokenOf(sentence).stream().limit(4).toList();
        List<String> codes = offered.stream().map(Catalogue.Entry::code).toList();
        List<String> told = catalogue.safetyWords(null, sentence);

        switch (meant.charAt(0)) {
            case '^' -> {
                assertThat(codes).first().isEqualTo(meant.substring(1));
                assertThat(told).first().isEqualTo(offered.get(0).safetyWords());
            }
            case '!' -> assertThat(codes).doesNotContain(meant.substring(1));
            case 's' -> assertThat(told).isEmpty();
            default -> assertThat(codes).contains(meant);
        }
    }

    // what has to be said at once

    @ParameterizedTest
    @CsvSource({"GA-01,燃气总阀,门窗,不要开关,室外", "PL-09,进水总阀,水表,插座,不要", "EL-06,不要碰,总闸,触电,进水", "LI-01,留在轿厢里,不要扒门,警铃,等人来救"})
    @Tag("S1")
    void dangerHasItsWords(String code, String first, String second, String third, String fourth) {
        assertThat(catalogue.safetyWords(code, "")).singleElement().asString().contains(first, second, third, fourth);
    }

    @Test
    @Tag("4.6.2")
    void whateverIsUrgentByNatureHasSafetyWordsAndTheClerkSeesThem() throws IOException {
        String table = Files.readString(Path.of("processes", "repair-catalogue.dmn"));
        List<String> urgent = catalogue.entries().stream()
                .map(Catalogue.Entry::code)
                .filter(code -> table.matches(
                        "(?s).*OutputEntry_" + code.replace('-', '_') + "_EmergencyByNature\">\\s*<text>true.*"))
                .toList();
        String notes = office.localVariable(
                        office.reports("clerk1", leakingTap()).task(REGISTER_REQUEST), "itemNotes")
                .toString();

        assertThat(urgent).hasSizeGreaterThan(10).allSatisfy(code -> {
            assertThat(catalogue.safetyWords(code, ""))
                    .as(code)
                    .singleElement()
                    .asString()
                    .hasSizeBetween(10, 60);
            assertThat(notes)
                    .contains("{\"value\":\"" + code + "\",\"safety\":\""
                            + catalogue.safetyWords(code, "").get(0) + "\"");
        });
    }

    @ParameterizedTest
    @CsvSource({"家里有煤气味,燃气总阀", "厨房水管漏水,进水总阀", "插座冒火花，有焦味,总闸", "有人困在电梯里,轿厢", "煤气灶打不着火,不要再点火"})
    @Tag("S1")
    void beforeTheItemIsKnownTheWordsOfTheFaultTell(String fault, String words) {
        assertThat(catalogue.safetyWords("", fault)).singleElement().asString().contains(words);
        assertThat(catalogue.safetyWords("OTHER-01", fault))
                .singleElement()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"门把手松了", "水龙头滴水", ""})
    void whatIsNotDangerousAsksForNothing(String fault) {
        assertThat(catalogue.safetyWords(null, fault)).isEmpty();
    }

    @Test
    @Tag("S1")
    @DisplayName(
            "the start form, to which nothing can be handed, says the same as the catalogue, in its order, and nothing else")
    void theStartFormSaysTheSame() throws IOException {
        assertThat(catalogue.dangers()).containsOnlyKeys("燃气", "跑水", "用电", "电梯困人");
        assertThat(Files.readString(Path.of("forms", "report-repair.form")))
                .contains(catalogue.dangers().entrySet().stream()
                        .map(danger -> "- **" + danger.getKey() + "**　" + danger.getValue())
                        .collect(joining("\\n", "告诉来电人**\\n", "\"\n")));
    }

    // forced entry

    @ParameterizedTest
    @ValueSource(strings = {"DL-08", "DL-09"})
    @Tag("4.7.5")
    void anItemThatNeedsForcedEntrySetsTheFlagByItself(String code) {
        RepairCase repair = office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered(code));

        assertThat(repair.slip().intake().forcedEntry()).isTrue();
        assertThat(repair.slip().severity().lossOrInjury())
                .as("only a person says that")
                .isFalse();
        assertThat(repair.openTasks()).containsExactly(OBTAIN_APPLICATION);
        assertThat(repair.slip().visit().notifiedAt()).isNull();

        repair.does("clerk1", OBTAIN_APPLICATION, application());
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("4.7.5")
    @Tag("4.6.2")
    void whatTheAssessmentFindsToNeedForcedEntryWaitsForTheApplicationAndTheWayToTheDoorDoesNotCount() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("OTHER-01"))
                .does("tech1", ASSESS_FAULT, with(assessed("OTHER-01", 1), "surveyNeeded", true));
        repair.does("tech1", SURVEY_SITE, surveyed("PL-01", 1));
        assertThat(repair.openTasks()).doesNotContain(SUPPLEMENT_APPLICATION).contains(PICK_UP_SLIP);

        office.timeIs(office.now());
        RepairCase door = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("OTHER-01"))
                .does("supervisor", ASSESS_FAULT, assessed("DL-08", 1));
        assertThat(door.openTasks()).contains(SUPPLEMENT_APPLICATION).doesNotContain(PICK_UP_SLIP);
        office.timePasses(Duration.ofHours(2));
        door.dueTimersFire();
        assertThat(door.told(CommitmentKind.ARRIVAL)).isEmpty();

        door.does("clerk1", SUPPLEMENT_APPLICATION, application());
        assertThat(door.openTasks()).contains(PICK_UP_SLIP);
        Commitment arrival = door.commitment(CommitmentKind.ARRIVAL);
        assertThat(arrival.missed()).isFalse();
        assertThat(arrival.pauses()).singleElement().satisfies(pause -> assertThat(
                        Duration.between(pause.pausedFrom(), pause.pausedUntil()))
                .isEqualTo(Duration.ofHours(2)));
        assertThat(door.commitment(CommitmentKind.NOTIFICATION).pauses()).isEmpty();
    }

    // the other area

    @Test
    @Tag("4.5.1")
    @Tag("4.5.2")
    void anItemOfTheOtherAreaAsksBack() {
        RepairCase inside = office.reports("clerk1", leakingTap());
        Refusal.of(() -> inside.does("clerk1", REGISTER_REQUEST, registered("PB-01")))
                .invalid()
                .says(inside.number(), "“楼道灯不亮”是公共部位的项目", "部位是业主单元内", "改选项目", "勾选“部位与项目不同，已核实”");
        assertThat(inside.openTasks()).containsExactly(REGISTER_REQUEST);
        assertThat(inside.slip().state()).isEqualTo(SlipState.RECEIVED);
        assertThat(office.localVariable(inside.task(REGISTER_REQUEST), "itemNotes")
                        .toString())
                .contains("{\"value\":\"PB-01\",\"safety\":\"\",\"forced\":false,\"elsewhere\":\"公共部位\",")
                .doesNotContain("\"业主单元内\"");

        RepairCase outside = office.reports("tech1", darkCorridor());
        Refusal.of(() -> outside.does("tech1", REGISTER_REQUEST, registered("PL-01")))
                .invalid()
                .says("“更换水龙头”是业主单元内的项目", "部位是公共部位");

        outside.does("tech1", REGISTER_REQUEST, registered("PL-09"));
        inside.does("clerk1", REGISTER_REQUEST, with(registered("PB-01"), "areaConfirmed", true));
        assertThat(inside.openTasks()).containsExactly(PICK_UP_SLIP);
        assertThat(outside.openTasks()).containsExactly(PICK_UP_SLIP);
    }

    @Test
    @Tag("4.5.1")
    @Tag("Q2")
    void whatWasConfirmedOnceIsNotAskedAgainButAnotherItemIs() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PB-05"), "areaConfirmed", true));
        assertThat(office.localVariable(repair.task(ASSESS_FAULT), "itemNotes").toString())
                .doesNotContain("\"PB-05\"")
                .contains("\"PB-01\"");
        Refusal.of(() -> repair.does("supervisor", ASSESS_FAULT, assessed("RF-01", 3)))
                .invalid()
                .says("屋面局部漏水修补", "公共部位");

        repair.does("supervisor", ASSESS_FAULT, with(assessed("PB-05", 3), "surveyNeeded", true));
        Refusal.of(() -> repair.does("supervisor", SURVEY_SITE, surveyed("RF-01", 3)))
                .invalid()
                .says("屋面局部漏水修补");
        repair.does("supervisor", SURVEY_SITE, with(surveyed("RF-01", 3), "areaConfirmed", true));

        assertThat(repair.slip().item().code()).isEqualTo("RF-01");
    }

    // older tables

    @Test
    void aTableWithoutTheseColumnsStillWorks() throws IOException {
        String table = Files.readString(Path.of("processes", "repair-catalogue.dmn"));
        for (String column : COLUMNS) {
            table = table.replaceAll(
                            "(?s)\\s*<outputEntry id=\"OutputEntry_\\w+_" + column + "\">.*?</outputEntry>", "")
                    .replaceAll("(?s)\\s*<output id=\"Output_" + column + "\"[^>]*?(/>|[^/]>.*?</output>)", "");
        }
        assertThat(table).doesNotContain("synonyms", "safetyWords").contains("itemName");
        String deployment = office.deploys("processes/repair-catalogue.dmn", table);
        try {
            RepairCase repair = office.reports("clerk1", leakingTap());
            assertThat(office.localVariable(repair.task(REGISTER_REQUEST), "catalogueOptions")
                            .toString())
                    .contains("{\"label\":\"水暖　更换水龙头（PL-01）\",\"value\":\"PL-01\"}");
            assertThat(office.localVariable(repair.task(REGISTER_REQUEST), "itemNotes")
                            .toString())
                    .doesNotContain("\"forced\":true", "公共部位", "阀");
            repair.does("clerk1", REGISTER_REQUEST, registered("PB-01"));

            assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
            assertThat(repair.slip().item())
                    .extracting(CatalogueItem::area, CatalogueItem::forcedEntry, CatalogueItem::contractorOnly)
                    .containsExactly(null, false, false);
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("Q3")
    void whatOnlyAContractorMayDoIsKeptOnTheSlip() {
        RepairCase gas = office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("GA-01"));
        RepairCase tap = office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));

        assertThat(gas.slip().item().contractorOnly()).isTrue();
        assertThat(tap.slip().item().contractorOnly()).isFalse();
    }
}
