package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.registered;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.owner.OwnersPhone;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The time that suits an owner, as the page for reporting takes it (4.3.1.3). */
@ProcedureTest
@DisplayName("业主希望的上门时间：网页")
class WantedTimeTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    private OwnersPhone phone;

    @BeforeEach
    void night() {
        office.timeIs("2020-06-08T01:11:00+08:00");
        phone = new OwnersPhone(port);
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private Page reports(String... more) {
        Map<String, String> form = phone.opens("/report")
                .filled(
                        "office",
                        "一号管理处",
                        "place",
                        "8 栋 " + ThreadLocalRandom.current().nextInt(100_000_000),
                        "fault",
                        "水龙头漏水",
                        "name",
                        "张三",
                        "phone",
                        "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return phone.sends("/report", form, Map.of());
    }

    private RepairCase caseOf(Page page) {
        return office.ofSlip(page.body().replaceAll("(?s).*(WX\\d{8}-\\d{6}).*", "$1"));
    }

    @Test
    @Tag("found:A5")
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    void theTimeIsAFactAndTheWordsAreANoteToIt() {
        assertThat(phone.opens("/report").body())
                .contains("type=\"datetime-local\" name=\"wanted\"", "min=\"2020-06-08T01:11\"");
        Page page = reports("wanted", "2020-06-08T19:00", "convenient", "今晚 7 点以后");
        assertThat(page.body()).contains("6月8日 19:00 上门，修好的时间上门后告知");

        RepairCase repair = caseOf(page).does("clerk1", REGISTER_REQUEST, registered("PL-01"));

        assertThat(repair.slip().report().fault()).isEqualTo("水龙头漏水");
        assertThat(repair.slip().intake().wantedNote()).isEqualTo("今晚 7 点以后");
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(Instant.parse("2020-06-08T11:15:00Z"));
    }

    @Test
    @Tag("found:A5")
    void aTimeThatIsOverOrFarAwayIsRefusedWithWhatWasFilledIn() {
        for (String wanted : new String[] {"2020-06-07T19:00", "2021-06-08T01:12", "9999-01-01T00:00"}) {
            Page refused = reports("wanted", wanted);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("希望上门的时间", "value=\"" + wanted + "\"");
        }
        assertThat(reports("wanted", "tonight").body()).contains("不是有效的日期和时间");
        assertThat(reports("convenient", "好".repeat(101)).body()).contains("最多 100 个字");
    }
}
