package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.people.StaffImport.Refused;
import org.baoxiu.people.StaffImport.Result;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("导入人员")
class StaffImportTest {

    private static final String HEADINGS = "登录名,姓名,岗位,资质,证书编号,有效期,邮箱\n";
    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);

    @Autowired
    private StaffImport staff;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Office office;

    @Autowired
    private OfficeRegister register;

    @Autowired
    private JdbcClient database;

    private String clerk;
    private String technician;
    private String list;

    @BeforeEach
    void people() {
        String some = UUID.randomUUID().toString().substring(0, 8);
        clerk = "kefu" + some;
        technician = "weixiu" + some;
        list = HEADINGS + clerk + ",客服小王,客户服务中心、客户服务中心主管,,,,wang@example.com\n" + technician
                + ",老张,工程部维修班,水暖,SN-1,2099-12-31,\n" + technician + ",老张,工程部维修班,电工,DG-1,2099-12-31,\n";
    }

    @AfterEach
    void theyLeave() {
        Stream.of(clerk, technician).forEach(identity::deleteUser);
        database.sql("delete from certificate where technician = ?")
                .param(technician)
                .update();
    }

    @Test
    void aPreviewSaysWhatWouldBeAndChangesNothing() {
        assertThat(staff.preview(csv(list))).isEqualTo(result(2, 1, 0));
        assertThat(staff.preview(csv(list))).isEqualTo(result(2, 1, 0));
        assertThat(user(clerk)).isNull();
    }

    @Test
    void whoIsNewCanLogInAtOnceAndHasGroupsAndCertificates() {
        Result done = apply(csv(list));

        assertThat(done.logins())
                .extracting(StaffImport.Login::login, StaffImport.Login::name)
                .containsExactly(tuple(clerk, "客服小王"), tuple(technician, "老张"));
        for (StaffImport.Login login : done.logins()) {
            assertThat(login.password()).hasSize(12);
            assertThat(identity.checkPassword(login.login(), login.password())).isTrue();
        }
        assertThat(done.logins().get(0).password())
                .isNotEqualTo(done.logins().get(1).password());
        assertThat(groups(clerk)).containsExactlyInAnyOrder("customerService", "customerServiceLead");
        assertThat(groups(technician)).containsExactlyInAnyOrder("maintenance", "skillPlumbing", "skillElectrical");
        assertThat(user(clerk).getEmail()).isEqualTo("wang@example.com");
        assertThat(dispatch.isRecorded(technician, Qualification.PLUMBING, "SN-1", FAR))
                .isTrue();
        assertThat(dispatch.isRecorded(technician, Qualification.ELECTRICAL, "DG-1", FAR))
                .isTrue();
    }

    @Test
    void whoIsOfSomeOfficesBelongsToThemAndAnOfficeThatThereIsNotIsRefused() {
        String headings = "登录名,姓名,岗位,管理处\n";
        List<String> names = register.names().subList(0, 2);

        Result done = apply(csv(headings + clerk + ",客服小王,客户服务中心," + String.join("、", names) + "\n" + technician
                + ",老张,工程部维修班,北湖管理处\n"));

        assertThat(groups(clerk))
                .containsExactlyInAnyOrder(
                        "customerService", OfficeGroups.of(id(names.get(0))), OfficeGroups.of(id(names.get(1))));
        assertThat(done.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(3);
            assertThat(refused.reason()).contains("没有“北湖管理处”这个管理处");
        });
        assertThat(user(technician)).isNull();
    }

    private long id(String office) {
        return register.find(office).orElseThrow().id();
    }

    @Test
    void theSameListTwiceChangesNothingAndNoPassword() {
        String password = apply(csv(list)).logins().get(0).password();

        assertThat(staff.preview(csv(list))).isEqualTo(result(0, 0, 3));
        assertThat(apply(csv(list))).isEqualTo(result(0, 0, 3));
        assertThat(identity.checkPassword(clerk, password)).isTrue();
    }

    @Test
    void theSameFormTwiceShowsTheSamePasswordsAgainAndAnotherFormDoesNot() {
        String form = UUID.randomUUID().toString();
        List<StaffImport.Login> shown = staff.apply(csv(list), form).logins();

        Result again = staff.apply(csv(list), form);
        assertThat(again.logins()).hasSize(2).isEqualTo(shown);
        assertThat(again.added()).isZero();
        assertThat(identity.checkPassword(clerk, shown.get(0).password())).isTrue();
        assertThat(enter(List.of(line(technician, "老张", "水暖", "SN-1"))).logins())
                .isEmpty();
        assertThat(staff.enter(List.of(line(technician, "老张", "水暖", "SN-1")), form)
                        .logins())
                .containsExactly(shown.get(1));
    }

    @Test
    void theSameFormTwiceAtTheSameTimeShowsTheSamePasswords() {
        String form = UUID.randomUUID().toString();
        List<CompletableFuture<Result>> both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> staff.apply(csv(list), form)))
                .limit(2)
                .toList();

        assertThat(both.get(0).join().logins())
                .hasSize(2)
                .isEqualTo(both.get(1).join().logins());
    }

    @Test
    void whatIsDifferentIsChangedAndNothingIsTakenAway() {
        apply(csv(list));

        Result done =
                apply(csv(HEADINGS + clerk + ",客服大王,综合部,,,,\n" + technician + ",老张,工程部维修班,水暖,SN-2,2098-12-31,\n"));

        assertThat(done).isEqualTo(result(0, 2, 0));
        assertThat(user(clerk).getFirstName()).isEqualTo("客服大王");
        assertThat(user(clerk).getEmail()).as("an empty cell").isEqualTo("wang@example.com");
        assertThat(groups(clerk)).containsExactlyInAnyOrder("customerService", "customerServiceLead", "generalAffairs");
        assertThat(dispatch.isRecorded(technician, Qualification.PLUMBING, "SN-2", LocalDate.of(2098, 12, 31)))
                .isTrue();
    }

    @Test
    void theLastDayOfACertificateIsReadAsSpreadsheetsAndPeopleWriteIt() {
        apply(csv(list.replaceFirst("2099-12-31", "2027/1/5").replace("DG-1,2099-12-31", "DG-1,２０２７年1月5日")));

        for (Qualification qualification : List.of(Qualification.PLUMBING, Qualification.ELECTRICAL)) {
            String number = qualification == Qualification.PLUMBING ? "SN-1" : "DG-1";
            assertThat(dispatch.isRecorded(technician, qualification, number, LocalDate.of(2027, 1, 5)))
                    .as(number)
                    .isTrue();
        }
    }

    @Test
    @Tag("Q3")
    void whoseCertificateIsRenewedIsOfferedInTasksThatAreOpen() {
        apply(csv(list));
        dispatch.recordQualification(technician, Qualification.PLUMBING, "SN-1", LocalDate.of(2020, 1, 1));
        RepairCase waiting =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(offered(waiting)).doesNotContain(technician);

        apply(csv(HEADINGS + technician + ",老张,工程部维修班,水暖,SN-2,2099-12-31,\n"));

        assertThat(offered(waiting)).contains(technician);
    }

    private Result apply(InputStream file) {
        return staff.apply(file, UUID.randomUUID().toString());
    }

    private Result enter(List<Map<String, String>> lines) {
        return staff.enter(lines, UUID.randomUUID().toString());
    }

    private String offered(RepairCase waiting) {
        return office.localVariable(waiting.task(PICK_UP_SLIP), "technicianOptions")
                .toString();
    }

    @Test
    void aRefusedLineIsNamedWithItsRowAndReasonAndTheOthersAreDone() {
        Result done = apply(csv(list
                + """
                ,小刘,综合部,,,,
                a b,小刘,综合部,,,,
                liu1,,综合部,,,,
                liu1,小刘,,,,,
                liu1,小刘,系统管理员,,,,
                liu1,小刘,综合部,,,,liu
                liu1,小刘,综合部,水暖,1,2099-01-01,
                liu1,小刘,工程部维修班,水暖,,,
                liu1,小刘,工程部维修班,水暖,1,2020-01-01,
                liu1,小刘,工程部维修班,水暖,1,明年,
                liu1,小刘,工程部维修班,开车,1,2099-01-01,
                """
                + clerk + ",客服小王,综合部,,,,\n" + technician + ",老李,工程部维修班,木工门锁,1,2099-01-01,\n"));

        assertThat(done.added()).isEqualTo(2);
        assertThat(done.refused())
                .extracting(Refused::row, refused -> refused.reason().substring(0, 5))
                .containsExactly(
                        tuple(5, "没有填“登"),
                        tuple(6, "登录名“a"),
                        tuple(7, "没有填“姓"),
                        tuple(8, "没有填“岗"),
                        tuple(9, "没有“系统"),
                        tuple(10, "邮箱地址不"),
                        tuple(11, "有资质的，"),
                        tuple(12, "有资质的要"),
                        tuple(13, "证书已于 "),
                        tuple(14, "“有效期”"),
                        tuple(15, "没有“开车"),
                        tuple(16, "与第 2 "),
                        tuple(17, "登录名“w"));
        assertThat(user("liu1")).isNull();
    }

    @Test
    void byHandAllOrNothing() {
        Refusal.of(() -> enter(List.of(line(technician, "老张", "水暖", "SN-1"), line(technician, "老张", "开车", "1"))))
                .invalid()
                .says("没有“开车”这项资质");
        assertThat(user(technician)).isNull();

        assertThat(enter(List.of(line(technician, "老张", "水暖", "SN-1"))).logins())
                .hasSize(1);
        Refusal.of(() -> enter(List.of(line(technician, "小刘", "", ""))))
                .invalid()
                .says("已经是“老张”的");
        assertThat(user(technician).getFirstName()).isEqualTo("老张");
    }

    @Test
    void whatIsNoListIsRefused() {
        Refusal.of(() -> apply(csv("登录名,姓名\na,b"))).invalid().says("至少要有“登录名”");
        Refusal.of(() -> apply(csv("登录名,姓名,岗位,密码\na,b,c,d"))).invalid().says("不认识“密码”这一列");
    }

    private static Map<String, String> line(String login, String name, String qualification, String number) {
        return Map.of(
                "登录名",
                login,
                "姓名",
                name,
                "岗位",
                "工程部维修班",
                "资质",
                qualification,
                "证书编号",
                number,
                "有效期",
                number.isEmpty() ? "" : "2099-12-31");
    }

    private User user(String login) {
        return identity.createUserQuery().userId(login).singleResult();
    }

    private List<String> groups(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(group -> group.getId())
                .toList();
    }

    private static Result result(int added, int changed, int unchanged) {
        return new Result(added, changed, unchanged, List.of(), List.of());
    }

    private static InputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
