package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.browser.Tasklist.MINE;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.photo.Photo;
import org.baoxiu.slip.photo.PhotoKind;
import org.baoxiu.slip.photo.Photos;
import org.baoxiu.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A technician at somebody's door: the whole repair on a phone of 390×844, through a cellar without a network. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("手机上的维修")
class RepairOnThePhoneTest {

  @LocalServerPort
  int port;
  @Autowired
  Slips slips;
  @Autowired
  Photos photos;

  private OfficeBrowser office;
  private Tasklist clerk;

  @BeforeAll
  void theOfficeOpens() {
    office = new OfficeBrowser("http://localhost:" + port);
    clerk = office.of("clerk1");
  }

  @AfterAll
  void theOfficeCloses() {
    if (office != null) {
      office.close();
    }
  }

  @Test
  @Tag("3.2") @Tag("S4") @Tag("S5") @Tag("S6") @Tag("4.3.3") @Tag("4.3.4.4") @Tag("4.3.4.8")
  void fromThePickUpToTheSignature() {
    String slip = registered("3 栋 502");
    PhoneScreen phone = office.phone().logsIn("tech1").reads("可认领的任务", "领单或派单", "3 栋 502", "更换水龙头", "还剩");
    phone.isFitForAPhone("list");

    phone.opens("领单或派单", slip).reads("扳手");
    phone.isFitForAPhone("offered");
    phone.claims(slip).isRefused("领单前请备好工具和材料").ticks("工具和材料已备齐").sends();

    phone.showsList().opens("上门", slip).misses("上门结果").chooses("上门结果", "已到场")
        .ticks("着装整齐，态度礼貌", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐", "先敲门，经同意后进门；有地毯的穿鞋套");
    phone.takesPhoto("拍维修前照片", photo()).isFitForAPhone("visit");
    phone.showsForm(slip).sends();

    TaskForm quote = phone.showsList().opens("现场确认并报价", slip);
    phone.losesTheNetwork();
    quote.writes("查明的原因", "阀芯老化").writes("维修内容", "更换水龙头").writesMaterial(1, "水龙头", "1", "45.5");
    phone.tries("完成", "没有网络，还没有提交").isFitForAPhone("offline").hasTheNetworkAgain().reloads();
    phone.showsForm(slip).reads("已恢复您上次没有提交的内容");
    phone.isFitForAPhone("restored");
    phone.losesTheNetwork().tries("完成", "没有网络，还没有提交").hasTheNetworkAgain().tries("重新提交", "征得业主同意");

    phone.showsList().opens("征得业主同意", slip).reads("95.50 元").chooses("业主意见", "同意，开始维修").writes("同意人", "张三").sends();
    phone.showsList().opens("实施维修", slip).writes("完成的内容", "更换水龙头并试水")
        .ticks("功能已恢复", "现场已清理", "作业安全，未留隐患", "工具放在垫布上");
    phone.takesPhoto("拍维修后照片", photo()).isFitForAPhone("work");
    phone.showsForm(slip).sends();

    phone.showsList().opens("业主验收", slip).chooses("业主验收", "合格").writes("验收人", "张三");
    phone.signs().isTicked("验收人已签字").isFitForAPhone("signature");
    phone.showsForm(slip).sends();
    phone.showsList().opens("反馈维修结果", slip).sends();
    phone.showsList().reads("您手上没有任务").logsOut();

    assertThat(slips.get(slip).state()).isEqualTo(SlipState.CONFIRMED);
    assertThat(slips.get(slip).consentedAmount()).isEqualByComparingTo("95.50");
    assertThat(photos.of(slip)).extracting(Photo::kind).containsExactly(PhotoKind.BEFORE, PhotoKind.AFTER, PhotoKind.SIGNATURE);
  }

  @Test
  @Tag("3.3")
  void whatIsTypedStaysWhenTheTaskGoesToSomebodyElse() {
    String slip = registered("4 栋 101");
    PhoneScreen phone = office.phone().logsIn("tech1");
    phone.opens("领单或派单", slip);
    phone.claims(slip).ticks("工具和材料已备齐").sends();
    phone.showsList().opens("上门", slip).chooses("上门结果", "业主不在").writes("原因", "敲门无人应答，邻居说晚上才回来");

    clerk.reloads();
    clerk.begins("业主来电登记").writes("维修单号", slip).chooses("业主要求", "取消报修").writes("业主原话", "自己修好了").sends();
    phone.tries("完成", "任务已不存在，可能已由他人完成").reads("敲门无人应答，邻居说晚上才回来").isFitForAPhone("gone");
    phone.looksAtList().reads("没有提交的内容").isFitForAPhone("left");
    phone.logsOut();
  }

  private String registered(String place) {
    clerk.reloads();
    clerk.begins("报修处理").writes("报修人", "张三").writes("联系电话", "13800000000").writes("地点", place)
        .writes("故障情况", "厨房水龙头漏水").sends();
    TaskForm registration = clerk.opens(MINE, "登记报修", place).selects("维修项目", "更换水龙头（PL-01）");
    String slip = registration.slipNumber();
    registration.sends();
    return slip;
  }

  /** As a camera takes it: larger than it is kept. */
  private static FilePayload photo() {
    try {
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(3000, 4000, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
      return new FilePayload("photo.jpg", "image/jpeg", jpeg.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
