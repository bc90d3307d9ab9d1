package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.registered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.owner.OwnersPhone;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the fault is, as the owner takes it, and what an owner in danger has to know at once. */
@ProcedureTest
@DisplayName("业主自己选的项目和安全提示")
class OwnersItemTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private Catalogue catalogue;

    private OwnersPhone phone;

    @BeforeEach
    void aPhone() {
        phone = new OwnersPhone(port);
    }

    private Page reports(String fault, String item) {
        int somebody = ThreadLocalRandom.current().nextInt(100_000_000);
        return phone.sends(
                "/report",
                phone.opens("/report")
                        .filled(
                                "office",
                                "一号管理处",
                                "place",
                                "8 栋 " + somebody,
                                "fault",
                                fault,
                                "item",
                                item,
                                "name",
                                "张三",
                                "phone",
                                "139%08d".formatted(somebody)),
                Map.of());
    }

    private String safety(String code) {
        return catalogue.find(code).orElseThrow().safetyWords();
    }

    @Test
    @Tag("S1")
    void theReportSaysWhatToDoInDangerAndOffersTheItemsByTheWordsOfPeople() {
        Page form = phone.opens("/report");

        for (String code : List.of("GA-01", "PL-09", "EL-06", "LI-01")) {
            assertThat(form.body()).contains("　<span>" + safety(code) + "</span></li>");
        }
        assertThat(form.body())
                .contains(List.of("GA-01", "EL-05").stream()
                        .map(code -> catalogue.find(code).orElseThrow().plainLabel())
                        .toList())
                .containsPattern("value=\"EL-05\"[^>]*data-words=\"没电、[^\"]*停电[^\"]*\"")
                .contains("data-safety=\"" + safety("GA-01") + "\"");
    }

    @Test
    @Tag("S1")
    @DisplayName("what a process owner writes into the catalogue is what the owners' page says")
    void theCatalogueAloneHasTheWords() throws IOException {
        String table = Files.readString(Path.of("processes", "repair-catalogue.dmn"));
        String deployment = office.deploys("repair-catalogue.dmn", table.replace("按警铃或对讲键", "按住警铃"));
        try {
            assertThat(phone.opens("/report").body()).contains("按住警铃").doesNotContain("按警铃或对讲键");
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @Tag("S1")
    @Tag("4.3.1.2")
    void whatTheOwnerChoseTellsTheOwnerWhatToDoAndIsChosenOnTheClerksForm() {
        Page page = reports("厨房有怪味", "GA-01");
        RepairCase repair = office.ofSlip(
                tokens.open(page.path().substring(3)).orElseThrow().number());

        assertThat(page.body()).contains("师傅到之前，请注意安全", safety("GA-01"));
        assertThat(repair.variable("itemCode")).isEqualTo("GA-01");
        assertThat(repair.openTasks()).as("a clerk still says what it is").containsExactly(REGISTER_REQUEST);

        repair.does("clerk1", REGISTER_REQUEST, registered("GA-03"));
        assertThat(phone.opens(page.path()).body()).contains("请注意安全", safety("GA-03"));
    }

    @Test
    @Tag("S1")
    void withoutAnItemTheWordsOfTheFaultTell() {
        assertThat(reports("配电箱冒烟", "").body())
                .as("a word that is not on the label")
                .contains("请注意安全", safety("EL-06"));
        assertThat(reports("水管漏水，漏得很大", "").body()).contains("请注意安全", safety("PL-08"));
        assertThat(reports("门把手松了", "").body()).contains("报修成功").doesNotContain("请注意安全");
    }

    @Test
    void anItemThatIsNotInTheCatalogueIsRefused() {
        Page refused = reports("灯不亮", "XX-99");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("没有所选的项目，请重新选择");
    }
}
