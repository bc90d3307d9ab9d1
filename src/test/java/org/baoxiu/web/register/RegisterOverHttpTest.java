package org.baoxiu.web.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.notification.Morning;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.office.RegisterByHand.Listed;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.KeptFiles;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("房屋与业主")
@Tag("long")
class RegisterOverHttpTest {

    private static final String OFFICE = "一号管理处";
    private static final Pattern FILE = Pattern.compile("name=\"file\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private RegisterByHand register;

    @Autowired
    private AuthorizationService rights;

    @Autowired
    private JdbcClient database;

    @Autowired
    private KeptFiles files;

    @Autowired
    private ApplicationEventPublisher listeners;

    private Phone clerk;
    private long flat;

    @BeforeEach
    void aFlat() {
        clerk = Phone.of(port, "clerk1");
        flat = register.enter(Map.of("管理处", OFFICE, "楼栋", "90栋", "单元", "1单元", "房号", "101"));
    }

    @AfterEach
    void nobodyLivesThere() {
        database.sql("delete from resident_telephone where resident_id in (select id from resident where place_id = ?)")
                .param(flat)
                .update();
        database.sql("delete from resident where place_id = ?").param(flat).update();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerklead, 200",
        "admin, 200",
        "tech1, 403",
        "supervisor, 403",
        "director, 403",
        "dutydirector, 403",
        "affairs, 403"
    })
    void isOpenToCustomerServiceAndAdministratorsOnly(String person, int status) {
        Phone browser = Phone.of(port, person);
        for (String page : List.of(
                "/register",
                "/register/places/" + flat,
                "/register-keep/places",
                "/register-keep/places/" + flat,
                "/register-keep/places/" + flat + "/people",
                "/register-keep/import",
                "/register-keep/import/template.xlsx",
                "/register-keep/unmatched")) {
            assertThat(browser.opens(page).status()).as(page).isEqualTo(status);
        }
        register.add(flat, Map.of("身份", "业主", "姓名", "业主甲"));
        browser.opens("/messages");
        assertThat(browser.sends("/register-keep/people/" + owner().id(), form("kind", "业主", "name", "业主乙"), FROM_HERE)
                        .status())
                .isEqualTo(status == 200 ? 302 : 403);
        assertThat(owner().resident().name()).isEqualTo(status == 200 ? "业主乙" : "业主甲");
    }

    @Test
    void whoMayOnlyLookSeesNoButtonAndChangesNothing() {
        Authorization look = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        look.setUserId("affairs");
        look.setResource(Resources.APPLICATION);
        look.setResourceId("register");
        look.addPermission(Permissions.ACCESS);
        rights.saveAuthorization(look);
        try {
            register.add(flat, Map.of("身份", "业主", "姓名", "业主甲", "电话", "13800138000"));
            Phone reader = Phone.of(port, "affairs");
            String found = reader.opens("/register?q=90-1-101").body();
            String card = reader.opens("/register/places/" + flat).body();
            assertThat(card).contains("业主甲", "13800138000");
            assertThat(found + card).contains("90栋 1单元 101").doesNotContain("register-keep", "添加", "修改");
            assertThat(clerk.opens("/register/places/" + flat).body()).contains("register-keep", "添加", "修改");
            assertThat(reader.sends("/register-keep/people/" + owner().id() + "/end", "last=2026-01-01", FROM_HERE)
                            .status())
                    .isEqualTo(403);
            assertThat(owner().resident().until()).isNull();
        } finally {
            rights.deleteAuthorization(look.getId());
        }
    }

    @Test
    void aFlatIsFoundByWhatIsTypedAndItsCardHasEverybody() {
        register.add(flat, Map.of("身份", "业主", "姓名", "司马甲", "电话", "13812340090", "其他电话", "13812340091"));
        for (String typed : List.of("９０幢一单元１０１", "司马", "12340091")) {
            assertThat(clerk.opens("/register?q=" + encoded(typed)).body())
                    .as(typed)
                    .contains("/register/places/" + flat, "90栋 1单元 101", "司马甲 13812340090");
        }
        assertThat(clerk.opens("/register?q=" + encoded("没有这样的人")).body()).contains("没有找到");
        assertThat(clerk.opens("/register/places/" + flat).body())
                .contains("tel:13812340090", "tel:13812340091", "（首选）", "业主");
        assertThat(clerk.opens("/register/places/987654321").status()).isEqualTo(404);
    }

    @Test
    void aPersonIsAddedChangedAndEnded() {
        String people = "/register-keep/places/" + flat + "/people";
        clerk.opens(people);
        Answer added = clerk.sends(people, form("kind", "业主", "name", " 业主甲 ", "telephone", "１３８００１３８０００"), FROM_HERE);
        assertThat(added.header("Location")).endsWith("/register/places/" + flat);
        assertThat(owner().resident().telephones()).containsExactly("13800138000");

        String person = "/register-keep/people/" + owner().id();
        assertThat(clerk.opens(person).body()).contains("value=\"业主甲\"", "value=\"13800138000\"");
        clerk.sends(person, form("kind", "业主", "name", "业主甲", "telephone", "13900139000", "note", "听力不好"), FROM_HERE);
        assertThat(owner().resident().telephones()).containsExactly("13900139000");
        clerk.sends(person + "/end", form("last", "2026/10/31"), FROM_HERE);
        assertThat(owner().resident().until()).isEqualTo("2026-10-31");
    }

    @Test
    void whatIsRefusedIsSaidInOneSentenceAndWhatWasTypedStays() {
        String people = "/register-keep/places/" + flat + "/people";
        clerk.opens(people);
        Answer refused =
                clerk.sends(people, form("kind", "住户", "name", "住户<乙>", "telephone", "12", "note", "养猫"), FROM_HERE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("能拨通的号码", "value=\"住户&lt;乙&gt;\"", "value=\"12\"", "value=\"养猫\"")
                .contains("value=\"住户\" selected");
        assertThat(register.people(flat)).isEmpty();

        clerk.opens("/register-keep/places");
        Answer place = clerk.sends("/register-keep/places", form("office", OFFICE, "flat", "102"), FROM_HERE);
        assertThat(place.status()).isEqualTo(400);
        assertThat(place.body()).contains("要填“楼栋”", "value=\"102\"");
    }

    @Test
    void aPlaceIsPutDownByHandAndDescribed() {
        clerk.opens("/register-keep/places");
        Answer entered = clerk.sends(
                "/register-keep/places",
                form("office", OFFICE, "building", "90", "publicPlace", "9号电梯", "code", "dt90"),
                FROM_HERE);
        long lift = places.locate(OFFICE, "DT90").placeId();
        assertThat(entered.header("Location")).endsWith("/register/places/" + lift);
        clerk.sends("/register-keep/places/" + lift, form("code", "dt91", "note", "机房在楼顶"), FROM_HERE);
        assertThat(clerk.opens("/register/places/" + lift).body()).contains("DT91", "机房在楼顶");
        Answer refused = clerk.sends("/register-keep/places/" + flat, form("code", "dt92", "note", "有狗"), FROM_HERE);
        assertThat(refused.body()).contains("只用于公共部位", "value=\"有狗\"");
    }

    @Test
    void aListIsLookedAtConfirmedAndChangesNothingTheSecondTime() {
        String list =
                """
                管理处,楼栋,单元,房号,身份,姓名,电话
                一号管理处,90栋,1单元,101,业主,业主甲,13800138000
                一号管理处,90栋,1单元,103,,,
                没有的管理处,90栋,1单元,104,,,
                """;
        database.sql("delete from place where place_key = '90栋1单元103'").update();
        String preview = look(list).body();
        assertThat(preview)
                .contains("新增 <b>2</b> 行", "修改 <b>0</b> 行", "不能导入 <b>1</b> 行", "<td>4</td>", "没有“没有的管理处”这个管理处");
        assertThat(register.people(flat)).as("nothing is done yet").isEmpty();

        String file = file(preview);
        Phone other = Phone.of(port, "clerk2");
        assertThat(other.sends("/register-keep/import/confirmed", "file=" + file, FROM_HERE)
                        .status())
                .as("nobody confirms what another has sent")
                .isEqualTo(400);
        assertThat(clerk.sends("/register-keep/import/confirmed", "file=" + file, FROM_HERE)
                        .body())
                .contains("已导入", "新增 <b>2</b> 行");
        assertThat(owner().resident().name()).isEqualTo("业主甲");
        assertThat(clerk.sends("/register-keep/import/confirmed", "file=" + file, FROM_HERE)
                        .body())
                .as("a second press sees what has been done, and changes nothing")
                .contains("已导入", "没有变化 <b>2</b> 行");

        assertThat(look(list).body())
                .contains("新增 <b>0</b> 行", "没有变化 <b>2</b> 行", "没有要导入的内容")
                .doesNotContain("name=\"file\"");
    }

    @Test
    void aListIsKeptForADayAndNotLonger() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        String file = files.keep("clerk1", "test", new byte[] {1});
        office.timePasses(Duration.ofDays(1).plusSeconds(1));

        assertThatThrownBy(() -> files.use("clerk1", "test", file, content -> content))
                .hasMessageContaining("已经过期");
        listeners.publishEvent(new Morning());
        assertThat(database.sql("select count(*) from kept_file where person = 'clerk1' and page = 'test'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aListThatWasUsedIsThereForASecondPressAndNotLonger() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        String file = files.keep("clerk1", "test", new byte[] {1});
        files.use("clerk1", "test", file, content -> content);
        office.timePasses(Duration.ofMinutes(9));
        assertThat(files.<byte[]>use("clerk1", "test", file, content -> content))
                .containsExactly(1);
        office.timePasses(Duration.ofMinutes(2));
        assertThatThrownBy(() -> files.use("clerk1", "test", file, content -> content))
                .hasMessageContaining("已经导入过");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThat(look("姓名,年龄\n张三,3").body()).contains("不认识“年龄”这一列");
        assertThat(look("").body()).contains("请先选择要导入的文件");
        Answer csv = clerk.opens("/register-keep/import/template.csv");
        assertThat(csv.body()).startsWith("\uFEFF管理处,楼栋,");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment");
        assertThat(clerk.opens("/register-keep/import/template.xlsx").body()).startsWith("PK");
    }

    @Test
    void placesOfSlipsThatTheRegisterDoesNotHaveAreListedAndChosen() {
        register.enter(Map.of("管理处", OFFICE, "楼栋", "90栋", "单元", "2单元", "房号", "101"));
        Map<String, Object> report = new HashMap<>(leakingTap());
        report.put("place", "90栋101");
        String slip = office.reports("clerk1", report).number();

        assertThat(clerk.opens("/register-keep/unmatched").body())
                .contains("90栋101", "<option value=\"90栋 1单元 101\">", "<option value=\"90栋 2单元 101\">");
        Answer refused = clerk.sends(
                "/register-keep/unmatched", form("office", OFFICE, "key", "90栋101", "place", "90栋9单元1"), FROM_HERE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("名册里没有“90栋9单元1”", "value=\"90栋9单元1\"");

        clerk.sends(
                "/register-keep/unmatched", form("office", OFFICE, "key", "90栋101", "place", "90栋 1单元 101"), FROM_HERE);
        assertThat(database.sql("select place_id from slip where number = ?")
                        .param(slip)
                        .query(Long.class)
                        .single())
                .isEqualTo(flat);
        assertThat(clerk.opens("/register-keep/unmatched").body()).doesNotContain("90栋101");
    }

    private Answer look(String list) {
        clerk.opens("/register-keep/import");
        return clerk.sendsFile("/register-keep/import", "list", "list.csv", list.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String page) {
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).as(page).isTrue();
        return file.group(1);
    }

    private Listed owner() {
        return register.people(flat).get(0);
    }

    private static String form(String... namesAndValues) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsRefusedMayBeConfirmedAgain() {
        byte[] list = {1, 2, 3};
        String file = files.keep("clerk1", "test", list);

        assertThatThrownBy(() -> files.use("clerk1", "test", file, content -> {
                    throw Rejection.invalid("现在不行");
                }))
                .hasMessage("现在不行");
        assertThat(files.<byte[]>use("clerk1", "test", file, content -> content))
                .isEqualTo(list);
    }
}
