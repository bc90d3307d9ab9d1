package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.notification.SwitchedText;
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

/** An owner finds all slips of a telephone with that telephone, and nobody else does. */
@ProcedureTest
@DisplayName("查我的报修")
@Tag("Q4")
class MyPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private SwitchedText texts;

    @Autowired
    private JdbcClient database;

    private final String telephone = number();
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
    @DisplayName(
            "a code to the telephone shows all of its slips, open and ended, each with its page, and nobody else's")
    void allOfThem() {
        RepairCase cancelled = reported(telephone).ownerCalls("cancel");
        RepairCase open = reported("+86 " + telephone);
        RepairCase foreign = reported(number());
        assertThat(phone.opens("/my").body()).contains("报修时留的手机号").doesNotContain("正在办理");

        Page mine = enters();
        assertThat(mine.path()).isEqualTo("/my");
        assertThat(mine.body())
                .contains("正在办理", open.number(), "已办结", cancelled.number(), "已取消")
                .doesNotContain(foreign.number(), telephone);
        assertThat(mine.body().indexOf(open.number())).isLessThan(mine.body().indexOf(cancelled.number()));
        for (RepairCase repair : List.of(open, cancelled)) {
            Page slip = phone.sends("/my/slips/" + repair.number(), Map.of());
            assertThat(slip.path()).startsWith("/r/");
            assertThat(slip.body()).contains("维修单 <span>" + repair.number());
        }

        Page refused = phone.sends("/my/slips/" + foreign.number(), Map.of());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body())
                .as("nobody learns whether there is such a slip")
                .isEqualTo(phone.sends("/my/slips/WX20200608-999999", Map.of()).body());
        assertThat(new OwnersPhone(port)
                        .sends("/my/slips/" + open.number(), Map.of())
                        .path())
                .isEqualTo("/my");

        assertThat(phone.sends("/my/logout", Map.of()).body()).contains("报修时留的手机号");
        assertThat(phone.sends("/my/slips/" + open.number(), Map.of()).path()).isEqualTo("/my");
    }

    @Test
    @DisplayName("whoever has typed the code sees the slips for half a day, and only a hash of their key is kept")
    void session() {
        RepairCase open = reported(telephone);
        asksFor(telephone);
        tries(telephone, texts.code(telephone, 1));
        assertThat(database.sql("select count(*) from owner_session where telephone = ?")
                        .param("+86" + telephone)
                        .query(Integer.class)
                        .single())
                .isOne();
        office.timePasses(Duration.ofHours(12).minusSeconds(1));
        assertThat(phone.opens("/my").body()).contains(open.number());
        office.timePasses(Duration.ofSeconds(1));
        assertThat(phone.opens("/my").body()).doesNotContain(open.number());
        assertThat(phone.sends("/my/slips/" + open.number(), Map.of()).path()).isEqualTo("/my");
    }

    @Test
    @DisplayName("an unknown telephone gets the same answers and no message")
    void unknown() {
        reported(telephone);
        String nobody = number();
        Page known = asksFor(telephone);
        Page unknown = asksFor(nobody);
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.body().replace(nobody, telephone)).isEqualTo(known.body());
        String code = texts.code(telephone, 1);
        Page knownRefused = phone.sends("/my/login", Map.of("phone", telephone, "code", another(code)));
        Page unknownRefused = phone.sends("/my/login", Map.of("phone", nobody, "code", another(code)));
        assertThat(unknownRefused.status()).isEqualTo(knownRefused.status()).isEqualTo(400);
        assertThat(unknownRefused.body().replace(nobody, telephone)).isEqualTo(knownRefused.body());
        assertThat(texts.to(nobody)).isEmpty();
        for (String who : List.of(telephone, nobody)) {
            for (int asked = 2; asked <= 5; asked++) {
                assertThat(asksFor(who).status()).isEqualTo(200);
            }
            assertThat(asksFor(who).status()).as("the sixth within the hour").isEqualTo(429);
        }
    }

    @Test
    @DisplayName(
            "guessing ends with the fifth try, a code serves once and for ten minutes, and for its telephone alone")
    void guessing() {
        reported(telephone);
        asksFor(telephone);
        String code = texts.code(telephone, 1);
        for (int guess = 1; guess <= 5; guess++) {
            assertThat(tries(telephone, another(code)).status()).isEqualTo(400);
        }
        assertThat(tries(telephone, code).status()).as("too late").isEqualTo(400);

        asksFor(telephone);
        String second = texts.code(telephone, 2);
        String other = number();
        asksFor(other);
        assertThat(tries(other, second).status()).isEqualTo(400);
        assertThat(tries(telephone, second).path()).isEqualTo("/my");
        assertThat(new OwnersPhone(port)
                        .sends("/my/login", Map.of("phone", telephone, "code", second))
                        .status())
                .as("a second time")
                .isEqualTo(400);

        asksFor(telephone);
        String third = texts.code(telephone, 3);
        office.timePasses(Duration.ofMinutes(10));
        assertThat(tries(telephone, third).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("one address asks for twenty codes an hour, for whatever telephones")
    void oneAddress() {
        for (int asked = 1; asked <= 20; asked++) {
            assertThat(asksFor(number()).status()).isEqualTo(200);
        }
        assertThat(asksFor(number()).status()).isEqualTo(429);
        office.timePasses(Duration.ofHours(1));
        assertThat(asksFor(number()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("what ended long ago opens from here for a day, though its old link does not")
    void longAgo() {
        RepairCase repair = reported(telephone);
        asksFor(telephone);
        Page slip = openedFromHere(repair, 1);
        repair.ownerCalls("cancel");
        office.timePasses(Duration.ofDays(40));
        assertThat(phone.opens(slip.path()).status()).isEqualTo(404);
        asksFor(telephone);
        Page again = openedFromHere(repair, 2);
        assertThat(again.body()).contains(repair.number());
        office.timePasses(Duration.ofDays(1));
        assertThat(phone.opens(again.path()).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("without a gateway the page says to ask the clerk, and a landline is told the same")
    void withoutGateway() {
        assertThat(asksFor("0755-88886666").body()).contains("留的是座机的，请打电话给客服");
        assertThat(asksFor("' or 1=1").status()).isEqualTo(400);
        texts.off();
        assertThat(phone.opens("/my").body()).contains("请打电话给客服，报上报修时留的电话或维修单号").doesNotContain("获取验证码");
        assertThat(asksFor(telephone).status()).isEqualTo(400);
        assertThat(tries(telephone, "000000").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("another site cannot send these forms")
    void fromElsewhere() {
        for (String form : List.of("/my/code", "/my/login", "/my/logout", "/my/slips/WX20200608-000001")) {
            assertThat(phone.sends(form, Map.of("phone", telephone), "Sec-Fetch-Site", "cross-site")
                            .status())
                    .isEqualTo(403);
        }
    }

    private Page openedFromHere(RepairCase repair, int code) {
        tries(telephone, texts.code(telephone, code));
        return phone.sends("/my/slips/" + repair.number(), Map.of());
    }

    private Page enters() {
        assertThat(asksFor(telephone).body()).contains("验证码已经发出");
        assertThat(texts.code(telephone, 1)).isNotEmpty();
        assertThat(texts.to(telephone).get(0).text()).contains("用于查看您的报修");
        return tries(telephone, texts.code(telephone, 1));
    }

    private Page asksFor(String who) {
        return phone.sends("/my/code", Map.of("phone", who));
    }

    private Page tries(String who, String code) {
        return phone.sends("/my/login", Map.of("phone", who, "code", code));
    }

    private RepairCase reported(String who) {
        RepairCase repair = office.reports(
                "clerk1",
                with(leakingTap(), "place", "4 栋 " + telephone.substring(3) + cases.size(), "reporterPhone", who));
        cases.add(repair);
        return repair;
    }

    private static String another(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static String number() {
        return "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
