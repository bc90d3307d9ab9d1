package org.baoxiu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("消息里的链接")
@Tag("found:B1")
@Tag("found:B3")
@Tag("4.3.2")
class SlipLinksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @BeforeEach
    void morning() {
        office.timeIs("2020-05-04T09:00:00+08:00");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("it survives the login, leads to the task, and to where the slip is once the task is a colleague's")
    void survivesTheLogin() throws Exception {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        String link = "/tasks/" + repair.number();
        Phone phone = new Phone(port);
        String form = path(phone.opens(link));
        assertThat(form).isEqualTo("/login?to=%2Ftasks%2F" + repair.number());
        assertThat(phone.opens(form).body()).contains("name=\"to\" value=\"" + link + "\"");
        Answer login = phone.sends(
                "/login", "username=supervisor&password=baoxiu&to=" + link.replace("/", "%2F"), Phone.FROM_HERE);
        assertThat(path(login)).isEqualTo(link);
        assertThat(path(phone.opens(link)))
                .isEqualTo("/tasks/" + repair.task(PICK_UP_SLIP).getId());

        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        Answer now = phone.opens(link);
        assertThat(now.status()).isEqualTo(200);
        assertThat(now.body())
                .contains(repair.number(), "已领单", "3 栋 502", "厨房水龙头漏水", "日常维修", "没有要您办理的任务")
                .doesNotContain("张三", "13800000000");
    }

    @Test
    @DisplayName("whoever was never told of the slip and has nothing to do with it sees nothing of it")
    void strangers() throws Exception {
        RepairCase repair = office.reports("clerk1", leakingTap());
        Answer answer = Phone.of(port, "tech2").opens("/tasks/" + repair.number());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("3 栋 502", "厨房水龙头漏水").contains("不能查看");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/tasks/1",
                "/tasks/../camunda",
                "/tasks/1?x=https://evil.example",
                "/board:8080@evil.example",
                "/tasks/1%0d%0aSet-Cookie"
            })
    @DisplayName("a login leads nowhere else")
    void nowhereElse(String to) throws Exception {
        Phone phone = new Phone(port);
        phone.opens("/login");
        Answer login = phone.sends(
                "/login",
                "username=tech1&password=baoxiu&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                Phone.FROM_HERE);
        assertThat(path(login)).isEqualTo("/tasks");
    }

    private String path(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return answer.header("Location").replace("http://localhost:" + port, "");
    }
}
