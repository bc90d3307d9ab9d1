package org.baoxiu.web.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.photo.Uploads;
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

/** What an owner adds after the report reaches whoever has the slip, and the answer reaches the owner. */
@ProcedureTest
@DisplayName("业主留言")
@Tag("4.3.1.2")
@Tag("Q1")
class OwnerRemarkTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private OwnerRemarks remarks;

    @Autowired
    private Photos photos;

    @Autowired
    private Messages messages;

    private final List<RepairCase> cases = new ArrayList<>();
    private OwnersPhone phone;

    @BeforeEach
    void morning() {
        office.timeIs("2020-06-08T09:00:00+08:00");
        phone = new OwnersPhone(port);
    }

    @AfterEach
    void backToToday() {
        cases.stream()
                .filter(repair -> repair.slip().offers(OwnersStep.CANCEL))
                .forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "words and a photo reach whoever has the slip and stand in the dossier; the answer is on the owner's page")
    void saidAndAnswered() {
        RepairCase repair = pickedUpCase();
        Page page = link(repair);
        Map<String, String> form = page.filled("words", "阀门在水槽下面，电话 13912345678");
        page = phone.sends(
                page.path() + "/remark", form, Map.of("IMG_1.jpg", Uploads.withPlaceAndOrientation(400, 300)));
        assertThat(page.body()).contains("已办理", "您的留言", "阀门在水槽下面", "还没有答复");
        assertThat(photos.of(repair.number(), PhotoKind.REPORT)).hasSize(1);
        assertThat(repair.trail()).anyMatch(line -> line.contains("业主留言：阀门在水槽下面"));
        assertThat(messages.about(repair.number(), Event.OWNER_REMARK))
                .extracting(Message::recipient)
                .as("whoever has the slip, and customer service")
                .contains("tech1", "clerk1", "clerk2")
                .doesNotContain("tech2", "affairs");
        assertThat(phone.sends(page.path() + "/remark", form, Map.of()).body()).contains("刚才已经提交过");
        assertThat(remarks.of(repair.number())).hasSize(1);

        long remark = remarks.of(repair.number()).get(0).id();
        assertThat(phone.opensAs("clerk1", "/slips/" + repair.number()).body())
                .contains("业主留言，请答复", "阀门在水槽下面", "还没有答复", "/remarks/" + remark);
        assertThat(answers("clerk1", repair, remark, "好的，师傅会带上阀门").status()).isEqualTo(302);
        assertThat(phone.opensAs("clerk1", "/slips/" + repair.number()).body())
                .contains("好的，师傅会带上阀门")
                .doesNotContain("业主留言，请答复");
        assertThat(repair.trail()).anyMatch(line -> line.contains("答复业主留言：好的，师傅会带上阀门"));
        assertThat(link(repair).body()).contains("物业答复：", "好的，师傅会带上阀门").doesNotContain("还没有答复", "clerk1");
        assertThat(messages.about(repair.number(), Event.REMARK_ANSWERED))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("好的，师傅会带上阀门"));

        Page twice = answers("clerk2", repair, remark, "另一个答复");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.body()).contains("好的，师傅会带上阀门");
        assertThat(link(repair).body()).doesNotContain("另一个答复");
    }

    @Test
    @DisplayName("what nobody has answered is listed at the desk and on the card of its place, and answered from there")
    void answeredFromTheDesk() {
        RepairCase repair = pickedUpCase();
        RepairCase other = pickedUpCase();
        says(link(repair), "阀门在水槽<下面>");
        says(link(other), "狗已经关好");
        String card = "/desk/places?office=" + encoded(repair.slip().report().office()) + "&place="
                + encoded(repair.slip().report().place());
        assertThat(phone.opensAs("clerk1", "/desk").body())
                .contains("业主留言，待答复", repair.number(), "阀门在水槽&lt;下面&gt;", "狗已经关好");
        assertThat(phone.opensAs("clerk1", card).body())
                .contains("业主留言，待答复 1 条", "阀门在水槽&lt;下面&gt;")
                .doesNotContain("狗已经关好");
        assertThat(phone.opensAs("affairs", "/desk").body())
                .as("who may not answer")
                .doesNotContain("待答复", "阀门在水槽");

        long remark = remarks.of(repair.number()).get(0).id();
        Page answered = phone.sendsAs(
                "clerk1", "/slips/" + repair.number() + "/remarks/" + remark, Map.of("answer", "知道了，谢谢", "back", card));
        assertThat(answered.status()).isEqualTo(302);
        assertThat(answered.answer().headers().firstValue("Location").orElse(""))
                .endsWith(card);
        assertThat(phone.opensAs("clerk1", "/desk").body()).contains("狗已经关好").doesNotContain("阀门在水槽");
        assertThat(link(repair).body()).contains("知道了，谢谢");
        for (String elsewhere : List.of("https://evil.example", "//evil.example", "/desk/../logout", "")) {
            says(link(other), "再说一次" + elsewhere.length());
            long last = remarks.of(other.number())
                    .get(remarks.of(other.number()).size() - 1)
                    .id();
            assertThat(phone.sendsAs(
                                    "clerk1",
                                    "/slips/" + other.number() + "/remarks/" + last,
                                    Map.of("answer", "好", "back", elsewhere))
                            .answer()
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .as(elsewhere)
                    .endsWith("/slips/" + other.number() + "#remarks");
        }
        office.timePasses(Duration.ofDays(31));
        assertThat(phone.opensAs("clerk1", "/desk").body()).as("after a month").doesNotContain("狗已经关好");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    @DisplayName(
            "the technician of the slip answers too; nobody else's technician and no one who only reads slips does, nor by another slip's address")
    void whoAnswers() {
        RepairCase repair = pickedUpCase();
        RepairCase other = pickedUpCase();
        says(link(repair), "什么时候来");
        long remark = remarks.of(repair.number()).get(0).id();
        assertThat(answers("tech2", repair, remark, "不归我").status()).isEqualTo(403);
        assertThat(answers("affairs", repair, remark, "不归我").status()).isIn(400, 403);
        assertThat(phone.opensAs("affairs", "/slips/" + repair.number()).body()).doesNotContain("业主留言，请答复");
        assertThat(answers("clerk1", other, remark, "别的单").status()).isEqualTo(400);
        assertThat(answers("clerk1", repair, remark, " ").status()).isEqualTo(400);
        assertThat(remarks.of(repair.number()).get(0).answer()).isNull();
        assertThat(answers("tech1", repair, remark, "十点到").status()).isEqualTo(302);
        assertThat(link(repair).body()).contains("十点到");
    }

    @Test
    @DisplayName("nothing, too much, too often and too late are refused, and what was written stays in the form")
    void refused() {
        RepairCase repair = pickedUpCase();
        Page page = link(repair);
        assertThat(says(page, " ").status()).isEqualTo(400);
        Page tooLong = says(page, "长".repeat(501));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("最多 500 个字，现在有 501 个", "长".repeat(501));
        for (int said = 3; said <= 10; said++) {
            assertThat(says(link(repair), "第 " + said + " 次").status()).isEqualTo(200);
        }
        assertThat(says(link(repair), "太多").status()).isEqualTo(429);
        office.timePasses(Duration.ofHours(1));
        repair.ownerCalls("cancel");
        Page ended = link(repair);
        assertThat(ended.body()).contains("第 10 次").doesNotContain("补充情况或照片");
        Map<String, String> form = page.filled("words", "还有一件事");
        assertThat(phone.sends(ended.path() + "/remark", form, Map.of()).status())
                .isEqualTo(400);
        assertThat(remarks.of(repair.number())).hasSize(8);
    }

    private Page says(Page page, String words) {
        return phone.sends(
                page.path().replaceAll("(/r/[^/]+).*", "$1") + "/remark", page.filled("words", words), Map.of());
    }

    private Page answers(String person, RepairCase repair, long remark, String words) {
        return phone.sendsAs(person, "/slips/" + repair.number() + "/remarks/" + remark, Map.of("answer", words));
    }

    private RepairCase pickedUpCase() {
        RepairCase repair = office.reports(
                "clerk1",
                with(leakingTap(), "place", "5 栋 " + ThreadLocalRandom.current().nextInt(1_000_000, 9_000_000)));
        cases.add(repair);
        return repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());
    }

    private Page link(RepairCase repair) {
        return phone.opens("/r/" + tokens.token(repair.number()));
    }
}
