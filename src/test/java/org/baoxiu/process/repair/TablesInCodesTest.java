package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.fee.Fees;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables in codes and fen, as former releases had them, decide what those in words and yuan decide. */
@ProcedureTest
@DisplayName("用代号和分写的规则表")
class TablesInCodesTest {

    @Autowired
    Office office;

    @Autowired
    Fees fees;

    @Autowired
    JdbcClient database;

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void nineOClock() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(office::withdraws);
        ClockUtil.reset();
    }

    private static Map<String, String> inCodes() {
        Map<String, String> tables = new TreeMap<>();
        for (File file : Objects.requireNonNull(Path.of("processes").toFile().listFiles())) {
            if (file.getName().endsWith(".dmn")) {
                tables.put(file.getName(), Dmn.convertToString(CodedTables.of(Dmn.readModelFromFile(file))));
            }
        }
        return tables;
    }

    /** What a repair with a late arrival leaves in the record, without what tells one slip from another. */
    private List<String> whatItLeaves() {
        RepairCase repair = TapRepair.registered(office);
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(16));
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.ARRIVAL)).hasSize(1);
        TapRepair.billed(repair.does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed()));
        repair.does("clerk2", CALL_BACK_OWNER, satisfied());
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        List<String> left = new ArrayList<>(repair.trail().stream()
                .filter(line -> line.matches("(?s).*(告知|报价|费用|界定).*"))
                .toList());
        left.add(repair.slip().item().labourPrice().toPlainString());
        left.add(repair.slip().item().qualification());
        left.addAll(database.sql(
                        "select concat(concat(event, concat(' ', recipient)), concat(concat(' ', subject), concat(' ', text))) from message where slip_number = ? order by 1")
                .param(repair.number())
                .query(String.class)
                .list());
        left.addAll(
                database.sql("select concat(decision, outputs) from decision_taken where slip_number = ? order by id")
                        .param(repair.number())
                        .query(String.class)
                        .list());
        return left.stream().map(line -> line.replace(repair.number(), "WX")).toList();
    }

    @Test
    @Tag("3.5")
    @Tag("4.2.3")
    @Tag("4.6.2")
    @Tag("Q4")
    void decideTheSame() {
        List<String> withWords = whatItLeaves();
        assertThat(withWords)
                .anyMatch(line -> line.contains("已超时：告知工程部主管"))
                .anyMatch(line -> line.contains("labourPriceFen\":4000"));

        office.timeIs("2026-11-23T09:00:00+08:00");
        inCodes().forEach((file, table) -> {
            assertThat(table).doesNotContain("\"到场\"").doesNotContain("labourPrice\"");
            deployments.add(office.deploys(file, table));
        });

        assertThat(whatItLeaves()).isEqualTo(withWords);
    }

    @Test
    void aTableOfTheFirstReleaseSaysHowWhoeverIsToldIsCalled() throws Exception {
        deployments.add(office.finds(Map.of(
                "escalation.dmn",
                Files.readString(Path.of("src/test/resources/releases/v0.1.0/tables/escalation.dmn")))));
        RepairCase repair = TapRepair.registered(office);
        office.timePasses(Duration.ofMinutes(16));

        assertThat(repair.dueTimersFire().trail()).anyMatch(line -> line.contains("已超时：告知工程主管"));
    }

    @Test
    void aTableOfTheFirstReleaseSaysWhoPays() throws Exception {
        deployments.add(office.finds(Map.of(
                "repair-fee.dmn",
                Files.readString(Path.of("src/test/resources/releases/v0.1.0/tables/repair-fee.dmn")))));
        RepairCase repair = TapRepair.onSite(office).does("tech1", QUOTE_REPAIR, quoted());

        assertThat(fees.latestQuote(repair.number()).orElseThrow().rule().payerLabel())
                .isEqualTo("业主承担");
        assertThat(fees.latestQuote(repair.number()).orElseThrow().rule().minimumCharge())
                .isEqualByComparingTo("30");
    }
}
