package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.baoxiu.notification.SwitchedText;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner with a phone of 390×844: all slips by a code, a remark and its answer, a quote that takes a code. */
@BrowserTest
@DisplayName("业主的手机")
class OwnersOnThePhoneTest {

    private static final String TELEPHONE = "13900000701";

    @LocalServerPort
    int port;

    @Autowired
    Office demo;

    @Autowired
    SwitchedText texts;

    @Autowired
    OwnerTokens tokens;

    @Autowired
    OwnerRemarks remarks;

    @Autowired
    PlaceRegister places;

    private OfficeBrowser office;

    @BeforeAll
    void theOfficeOpens() {
        office = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterAll
    void theOfficeCloses() {
        if (office != null) {
            office.close();
        }
    }

    @Test
    @Tag("Q4")
    @Tag("4.3.1.2")
    @Tag("4.3.4.4")
    void findsAddsAndAgrees() {
        OwnerScreen owner = office.owner(true);
        owner.opens("/my").reads("请打电话给客服").isGood("owner-my-without-gateway");
        texts.on();
        RepairCase cancelled = reported("7 栋 701").ownerCalls("cancel");
        RepairCase quoted = reported("7 栋 702");
        does(quoted, "clerk1", REGISTER_REQUEST, registered("PL-01"));
        does(quoted, "tech1", PICK_UP_SLIP, pickedUp());
        does(quoted, "tech1", VISIT_SITE, arrived());
        does(quoted, "tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 300));

        owner.opens("/my").isGood("owner-my-telephone");
        owner.writes("报修时留的手机号", TELEPHONE).presses("获取验证码").reads("验证码已经发出").isGood("owner-my-code");
        owner.writes("短信验证码", "000000").presses("查看我的报修").reads("验证码不对或已失效").isGood("owner-my-refused");
        owner.writes("短信验证码", texts.code(TELEPHONE, 1))
                .presses("查看我的报修")
                .reads("正在办理", quoted.number(), cancelled.number())
                .isGood("owner-my");

        owner.opens("/r/" + tokens.token(quoted.number())).reads("金额超过").isGood("owner-dear-quote");
        owner.unfolds("补充情况或照片")
                .writes("补充的情况", "阀门在厨房水槽下面，门口有狗，来前请打电话")
                .attaches(Uploads.jpeg(1200, 900))
                .presses("提交")
                .reads("还没有答复");
        remarks.answer(
                quoted.number(),
                remarks.of(quoted.number()).get(0).id(),
                "好的，师傅会先打电话，也会带上阀门。",
                new Person("clerk1", Set.of()));
        owner.opens("/r/" + tokens.token(quoted.number())).reads("师傅会先打电话").isGood("owner-answered");
        owner.presses("获取验证码").reads("验证码已发到").isGood("owner-code-sent");
        owner.writes("短信验证码", texts.code(TELEPHONE, 2))
                .writes("您的姓名", "王五")
                .presses("同意维修内容和金额")
                .reads("已办理");
        long lift = places.publicPlaces("一号管理处").get(0).id();
        owner.opens("/report/poster").isGood("owner-posters-of-places");
        owner.opens("/report/poster?office=一号管理处&place=" + lift).reads("地点已经填好").isGood("owner-poster-of-a-place");
        texts.off();
    }

    /** What runs in the background brings the task. */
    private static void does(RepairCase repair, String person, String task, Map<String, Object> form) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(repair.openTasks()).contains(task));
        repair.submits(person, task, form);
    }

    private RepairCase reported(String place) {
        return demo.reports("clerk1", with(leakingTap(), "place", place, "reporterPhone", TELEPHONE));
    }
}
