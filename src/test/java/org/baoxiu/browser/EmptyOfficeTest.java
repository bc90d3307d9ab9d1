package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.browser.Tasklist.MINE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.nodes.Node;
import org.baoxiu.testing.RecordingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An office begins on an empty database, without the demo people and without an editor: two offices, 1,200 flats, eight people, and
 * one slip to its end, by the pages alone. Its pictures are below {@code target/pages/setup}.
 */
@Tag("browser")
@DisplayName("从空数据库开办")
class EmptyOfficeTest {

    private static final String PASSWORD = "Kuaile-2026";
    private static final String FIRST = "翠湖管理处";
    private static final String SECOND = "东湖管理处";

    /** Gateway and chat, in whose place somebody listens. */
    private static RecordingServer channels;

    private static Node application;
    private static OfficeBrowser browser;

    @BeforeAll
    static void anEmptyDatabase() throws IOException {
        channels = new RecordingServer();
        application = Node.launch(
                        "empty-office",
                        Map.of("BAOXIU_ADMIN_PASSWORD", PASSWORD),
                        "--spring.datasource.url=jdbc:h2:mem:empty;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=0",
                        "--spring.profiles.active=",
                        "--baoxiu.notification.sms.url=" + channels.url("/sms"),
                        "--baoxiu.notification.sms.secret=miyao",
                        "--baoxiu.notification.we-com.maintenance.url=" + channels.url("/wecom?key=1"))
                .ready();
        browser = new OfficeBrowser("http://localhost:" + application.port());
    }

    @AfterAll
    static void everythingEnds() {
        if (browser != null) {
            browser.close();
        }
        application.kill();
        channels.close();
    }

    @Test
    void fromNothingToTheFirstSlipThatIsClosed() throws IOException {
        SetupScreen admin = browser.setup().logsIn("admin", PASSWORD).isAt("/setup");
        admin.reads("还没有管理处", "“工程部维修班”还没有人", "还没有维修单").picturesForTheGuide("nothing-yet");

        admin.follows("登记管理处").isAt("/setup/offices");
        admin.writes("名称", FIRST)
                .writes("客服电话", "0755")
                .presses("登记")
                .reads("“客服电话”不正确")
                .pictures("refused");
        admin.writes("客服电话", "0755-88886666转801").writes("地址", "翠湖路 1 号").presses("登记");
        admin.typesByKeyboard("名称", SECOND, "0755-88887777", "13800138000", "东湖路 2 号")
                .reads(FIRST, SECOND, "东湖路 2 号")
                .picturesForTheGuide("offices");

        admin.goesTo("开办").lacks("还没有管理处").reads("“" + FIRST + "”还没有房屋");
        admin.follows("导入房屋和业主").choosesFile("房屋.xlsx", flats()).presses("预览");
        admin.reads("新增 1200 行", "没有变化 0 行", "不能导入 1 行", "没有“北湖管理处”这个管理处").picturesForTheGuide("flats-preview");
        admin.presses("确认导入其余各行").reads("已导入", "新增 1200 行");
        admin.choosesFile("房屋.xlsx", flats()).presses("预览").reads("没有变化 1200 行", "没有要导入的内容");

        admin.goesTo("开办").reads(FIRST + " 600 户", SECOND + " 600 户");
        admin.follows("登记人员").choosesFile("人员.xlsx", people()).presses("预览").reads("新增 7 行");
        admin.pictures("people-preview").presses("确认导入").reads("已登记", "离开本页后不再显示");
        Map<String, String> passwords = admin.passwords();
        assertThat(passwords).hasSize(7);
        admin.picturesForTheGuide("people-passwords");
        admin.writes("登录名", "zonghe").writes("姓名", "综合部小陈").ticks("综合部").presses("登记");
        passwords.putAll(admin.passwords());
        assertThat(passwords).hasSize(8);

        admin.goesTo("开办").reads("8 人").lacks("还没有人").pictures("first-slip-missing");
        admin.follows("测试消息渠道").reads("邮件", "没有配置");
        admin.writes("您的手机号码", "13800138000").pressesOf("短信", "测试这个渠道").reads("短信：测试消息已发出");
        admin.pressesOf("企业微信", "测试这个渠道").reads("企业微信群：测试消息已发出");
        admin.showsNothingIn("您的手机号码").picturesForTheGuide("channels");
        assertThat(channels.requests())
                .extracting(request -> request.uri().getPath())
                .containsExactly("/sms", "/wecom");
        for (String office : List.of(FIRST, SECOND)) {
            admin.opens("/report/poster").follows(office).reads("扫码报修", office).pictures("poster");
        }

        String slip = repaired(passwords);

        assertThat(channels.requests())
                .as("the team is told in its chat")
                .anyMatch(request -> request.uri().getPath().equals("/wecom")
                        && request.body().contains(slip));
        admin.opens("/setup").lacks("还没有维修单").reads("已经有维修单").pictures("done");
        admin.goesTo("房屋与业主").writes("地点、姓名或电话", "3-1-501").presses("查找").pictures("register");
        admin.follows("3栋 1单元 501").reads("业主 257", "13900000257").pictures("flat");
        admin.goesTo("房屋与业主").follows("认不出的地点").reads("所有维修单的地点都认得出");
    }

    private static String repaired(Map<String, String> passwords) {
        Tasklist clerk = browser.of("kefu1", passwords.get("kefu1"));
        clerk.begins("报修处理")
                .writes("报修人", "业主 257")
                .writes("联系电话", "13900000257")
                .writes("地点", "3幢一单元501")
                .writes("故障情况", "厨房水龙头漏水")
                .sends();
        TaskForm registration =
                clerk.opens(MINE, "登记报修", "3幢一单元501").reads(FIRST).selects("维修项目", "更换水龙头（PL-01）");
        String slip = registration.slipNumber();
        registration.sends();

        Tasklist plumber = browser.of("weixiu1", passwords.get("weixiu1"));
        plumber.claims("领单或派单", slip).ticks("工具和材料已备齐").sends();
        plumber.opens(MINE, "上门", slip)
                .chooses("上门结果", "已到场")
                .ticks(RepairsInTasklistTest.ARRIVAL_CHECKS)
                .sends();
        plumber.opens(MINE, "现场确认并报价", slip)
                .writes("查明的原因", "阀芯老化")
                .writes("维修内容", "更换水龙头")
                .writesMaterial(1, "水龙头", "1", "45.5")
                .sends();
        plumber.opens(MINE, "征得业主同意", slip).chooses("业主意见", "同意，开始维修").sends();
        plumber.opens(MINE, "实施维修", slip)
                .writes("完成的内容", "更换水龙头并试水")
                .ticks(RepairsInTasklistTest.COMPLETION_CHECKS)
                .sends();
        plumber.opens(MINE, "业主验收", slip).chooses("业主验收", "合格").ticks("验收人已签字").sends();
        plumber.opens(MINE, "反馈维修结果", slip).sends();
        clerk.claims("审核费用", slip).sends();
        browser.of("kefu2", passwords.get("kefu2"))
                .claims("回访业主", slip)
                .chooses("回访结果", "已联系上")
                .chooses("故障修好了吗？", "修好了")
                .chooses("满意度", "5 非常满意")
                .sends();
        new DeskScreen(clerk.beside(), "http://localhost:" + application.port())
                .opens("/slips/" + slip)
                .reads("已关闭")
                .pictures("setup/closed-slip");
        return slip;
    }

    /** Six hundred flats of each office with their owners, and one line of an office that does not exist. */
    private static byte[] flats() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("管理处", "楼栋", "单元", "房号", "身份", "姓名", "电话"));
        int owner = 0;
        for (String office : List.of(FIRST, SECOND)) {
            for (int building = 1; building <= 5; building++) {
                for (int unit = 1; unit <= 2; unit++) {
                    for (int floor = 1; floor <= 15; floor++) {
                        for (int door = 1; door <= 4; door++) {
                            owner++;
                            rows.add(List.of(
                                    office,
                                    Integer.toString(building),
                                    Integer.toString(unit),
                                    Integer.toString(floor * 100 + door),
                                    "业主",
                                    "业主 " + owner,
                                    "1390000%04d".formatted(owner)));
                        }
                    }
                }
            }
        }
        rows.add(List.of("北湖管理处", "1", "1", "101", "", "", ""));
        return workbook(rows);
    }

    private static byte[] people() throws IOException {
        return workbook(Stream.of(
                        "登录名,姓名,岗位,资质,证书编号,有效期",
                        "kefu1,客服小王,客户服务中心,,,",
                        "kefu2,客服小李,客户服务中心,,,",
                        "kefuzg,客服主管,客户服务中心主管,,,",
                        "weixiu1,水暖老张,工程部维修班,水暖,SN-01,2099-12-31",
                        "gongcheng,工程主管,工程部主管,,,",
                        "zhuren,周主任,主任,,,",
                        "zhiban,值班主任,值班主任,,,")
                .map(line -> List.of(line.split(",", -1)))
                .toList());
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet();
            for (List<String> cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < cells.size(); i++) {
                    row.createCell(i).setCellValue(cells.get(i));
                }
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        }
    }
}
