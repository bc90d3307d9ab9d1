package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.notification.SwitchedText;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.owner.OwnersPhone.Page;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A link can be forwarded: with it alone nobody spends more than the office has said. */
@ProcedureTest
@DisplayName("凭链接同意报价")
@Tag("4.3.4.4")
class ConsentByLinkTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private SwitchedText texts;

    @Autowired
    private JdbcClient database;

    private final String telephone =
            "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private final List<RepairCase> cases = new ArrayList<>();
    private OwnersPhone phone;

    @BeforeEach
    void aGateway() {
        office.timeIs("2020-06-08T09:00:00+08:00");
        texts.on();
        phone = new OwnersPhone(port);
    }

    @AfterEach
    void backToToday() {
        texts.off();
        cases.stream()
                .filter(repair -> repair.slip().offers(OwnersStep.CANCEL))
                .forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @DisplayName("up to the amount that the office has set the link is enough")
    void small() {
        RepairCase repair = quotedAt("150.00");
        Page page = link(repair);
        assertThat(page.body()).contains("200.00 元").doesNotContain("验证码");
        sends(page, "agree", "name", "张三");
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        assertThat(texts.to(telephone)).isEmpty();
    }

    @Test
    @DisplayName("above it the code that the telephone of the slip gets is needed, and the history says so")
    void withCode() {
        RepairCase repair = quotedAt("150.01");
        Page page = link(repair);
        assertThat(page.body())
                .contains("金额超过 <b>200.00 元</b>", "获取验证码", telephone.substring(0, 3) + "****")
                .doesNotContain(telephone);
        for (String code : List.of("", "000000", "1 or 1=1")) {
            Page refused = sends(page, "agree", "name", "张三", "code", code);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("验证码不对或已失效", "value=\"张三\"");
        }
        assertThat(repair.openTasks()).containsExactly(OBTAIN_CONSENT);

        page = sends(page, "code");
        assertThat(page.body()).contains("验证码已发到").doesNotContain(telephone);
        String code = texts.code(telephone, 1);
        assertThat(texts.to(telephone).get(0).text()).contains("用于同意维修单 " + repair.number() + " 的报价 200.01 元", "10 分钟");
        assertThat(database.sql("select count(*) from text_code where code_hash = ? or words like ?")
                        .params(code, "%" + code + "%")
                        .query(Integer.class)
                        .single())
                .as("nobody can read it in the table")
                .isZero();
        assertThat(sends(page, "agree", "name", "张三", "code", another(code)).status())
                .isEqualTo(400);
        sends(page, "agree", "name", "张三", "code", code.substring(0, 3) + " " + code.substring(3));
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        assertThat(repair.trail())
                .anyMatch(line -> line.contains(
                        "报价 200.01 元 由发到 " + telephone.substring(0, 3) + "****" + telephone.substring(7) + " 的验证码确认"));
    }

    @Test
    @DisplayName("a code is for one quote of one slip: not for a dearer one, not for another slip, not a second time")
    void onePurpose() {
        RepairCase repair = quotedAt("180");
        RepairCase other = quotedAt("190");
        Page page = sends(link(repair), "code");
        String code = texts.code(telephone, 1);
        assertThat(sends(link(other), "agree", "name", "张三", "code", code).status())
                .isEqualTo(400);

        sends(page, "decline", "answer", "another", "words", "太贵");
        repair.does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 900));
        Page dearer = link(repair);
        assertThat(sends(dearer, "agree", "name", "张三", "code", code).status()).isEqualTo(400);
        assertThat(sends(page, "agree", "name", "张三", "code", code).status())
                .as("the former quote")
                .isEqualTo(400);
        assertThat(repair.openTasks()).containsExactly(OBTAIN_CONSENT);

        dearer = sends(link(repair), "code");
        String second = texts.code(telephone, 2);
        Page agreed = sends(dearer, "agree", "name", "张三", "code", second);
        assertThat(agreed.status()).isEqualTo(200);
        assertThat(sends(link(other), "agree", "name", "张三", "code", second).status())
                .as("used up")
                .isEqualTo(400);
        assertThat(other.openTasks()).containsExactly(OBTAIN_CONSENT);
    }

    @Test
    @DisplayName(
            "whoever guesses has five tries, and then needs another code; what is refused for another reason uses none up")
    void guessing() {
        RepairCase repair = offered(with(quoted(), "material1Price", 180, "noiseOrSmell", true));
        Page page = sends(link(repair), "code");
        String code = texts.code(telephone, 1);
        assertThat(sends(page, "agree", "name", "张三", "code", code).body()).contains("要先征得业主同意");
        for (int guess = 2; guess <= 5; guess++) {
            assertThat(sends(page, "agree", "name", "张三", "noise", "on", "code", another(code))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(sends(page, "agree", "name", "张三", "noise", "on", "code", code)
                        .body())
                .contains("验证码不对或已失效");
        page = sends(link(repair), "code");
        sends(page, "agree", "name", "张三", "noise", "on", "code", texts.code(telephone, 2));
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
    }

    @Test
    @DisplayName("a code is good for ten minutes, and a telephone gets five an hour")
    void timeAndNumber() {
        RepairCase repair = quotedAt("180");
        Page page = sends(link(repair), "code");
        String code = texts.code(telephone, 1);
        office.timePasses(Duration.ofMinutes(10));
        assertThat(sends(page, "agree", "name", "张三", "code", code).status()).isEqualTo(400);
        for (int sent = 2; sent <= 5; sent++) {
            assertThat(sends(link(repair), "code").status()).isEqualTo(200);
        }
        assertThat(sends(link(repair), "code").status()).isEqualTo(429);
        texts.code(telephone, 5);
        assertThat(texts.to(telephone)).hasSize(5);
        office.timePasses(Duration.ofHours(1));
        assertThat(sends(link(repair), "code").status()).isEqualTo(200);
        sends(link(repair), "agree", "name", "张三", "code", texts.code(telephone, 6));
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
    }

    @Test
    @DisplayName(
            "where no code can be sent, the technician's phone or the clerk's call is the way, and the owner may still decline")
    void withoutGateway() {
        texts.off();
        RepairCase repair = quotedAt("180");
        Page page = link(repair);
        assertThat(page.body()).contains("请在维修人员的手机上确认，或打电话给客服", "不同意").doesNotContain("同意维修内容和金额</button>");
        assertThat(sends(page, "agree", "name", "张三", "code", "123456").body()).contains("要由业主本人确认，在这里不能同意");
        assertThat(sends(link(repair), "code").status()).isEqualTo(400);
        assertThat(repair.openTasks()).containsExactly(OBTAIN_CONSENT);
        repair.does("clerk1", OBTAIN_CONSENT, agreed());
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        texts.on();
        RepairCase landline = office.reports(
                "clerk1",
                with(leakingTap(), "place", "3 栋 " + telephone.substring(4), "reporterPhone", "0755-88886666"));
        assertThat(link(onSite(landline).does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 180)))
                        .body())
                .contains("请在维修人员的手机上确认");
        sends(link(landline), "decline", "answer", "no", "words", "不修了");
        assertThat(landline.openTasks()).doesNotContain(OBTAIN_CONSENT);
    }

    private static String another(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private RepairCase quotedAt(String material) {
        return offered(with(quoted(), "material1Price", Double.parseDouble(material)));
    }

    private RepairCase offered(Map<String, Object> quote) {
        RepairCase repair = office.reports(
                "clerk1",
                with(
                        leakingTap(),
                        "place",
                        "3 栋 " + telephone.substring(3) + cases.size(),
                        "reporterPhone",
                        telephone));
        cases.add(repair);
        return onSite(repair).does("tech1", QUOTE_REPAIR, quote);
    }

    private static RepairCase onSite(RepairCase repair) {
        return repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
    }

    private Page link(RepairCase repair) {
        return phone.opens("/r/" + tokens.token(repair.number()));
    }

    private Page sends(Page page, String action, String... fields) {
        return phone.sends(page.path().replaceAll("(/r/[^/]+).*", "$1") + "/" + action, page.filled(fields));
    }
}
