package org.baoxiu.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.photo.Picture;
import org.baoxiu.privacy.PersonalData.Asked;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** That somebody is forgotten is looked up in every column of every table, whichever there are. */
@ProcedureTest
@DisplayName("个人信息只留到不再需要，本人要求就能知道和删除")
@Tag("long")
class PrivacyTest {

    private static final String NAME = "令狐测试";
    private static final String TELEPHONE = "13911118888";
    private static final String RESIDENT = "司徒测试";
    private static final String MOVED = "2019-06-03T09:00:00+08:00";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Photos photos;

    @Autowired
    private PersonalData data;

    @Autowired
    private NightlyForgetting night;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Evidence evidence;

    @BeforeEach
    void longAgo() {
        office.timeIs(MOVED);
    }

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    /** With the name or the number wherever a person can write it. */
    private RepairCase work(String name, String telephone) {
        RepairCase repair = office.reports(
                "clerk1",
                with(
                        leakingTap(),
                        "reporterName",
                        name,
                        "reporterPhone",
                        telephone,
                        "faultDescription",
                        "厨房漏水，找" + name + "，电话 " + telephone));
        office.takesCall("clerk1", with(call(repair.number(), "urge"), "ownerWords", name + "又打来电话"));
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, with(agreed(), "consentBy", name))
                .does("tech1", CARRY_OUT_REPAIR, with(done(), "workDone", "换了水龙头，" + name + "看过"))
                .does("tech1", ACCEPT_REPAIR, with(accepted(), "acceptedBy", name));
        photos.add(
                repair.number(),
                PhotoKind.SIGNATURE,
                List.of(Picture.of(Uploads.jpeg(60, 40))),
                new Person("tech1", Set.of("maintenance")));
        return repair;
    }

    private RepairCase closed(String name, String telephone) {
        RepairCase repair = work(name, telephone)
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, with(satisfied(), "ownerWords", name + "说很好"));
        repair.isClosed();
        return repair;
    }

    private void pays(RepairCase repair) {
        office.starts(
                "clerk1",
                FeeCollectionProcess.KEY,
                fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "payment",
                        "amountYuan",
                        owed(repair),
                        "paymentWay",
                        "cash"));
    }

    private Number owed(RepairCase repair) {
        return database.sql("select sum(amount) from fee_entry where slip_number = ?")
                .param(repair.number())
                .query(BigDecimal.class)
                .single()
                .doubleValue();
    }

    @Test
    void whoeverAsksIsToldAndForgotten() {
        RepairCase repair = closed(NAME, TELEPHONE);
        Asked asked = new Asked(TELEPHONE, "");
        assertThat(where(NAME)).contains("slip", "history_entry", "slip_text", "quote", "act_hi_detail");
        assertThatThrownBy(() -> data.erase(asked, "到前台", false, "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("没有结清");
        pays(repair);

        assertThat(data.export(asked, "affairs"))
                .contains(repair.number(), NAME, TELEPHONE, "厨房漏水", "报价和同意", "过程记录", "照片和签名");
        assertThat(data.erase(asked, "到前台填表，看过身份证", true, "affairs")).isEqualTo(new PersonalData.Erased(1, 0, 1));

        assertThat(where(NAME)).isEmpty();
        assertThat(where(TELEPHONE)).isEmpty();
        assertThat(evidence.of(repair.number()).findings())
                .as("what is left is as it was written")
                .isEmpty();
        assertThat(repair.slip().report().place()).as("the work stays").isEqualTo("3 栋 502");
        assertThat(repair.trail()).anyMatch(line -> line.contains("应本人要求"));
        assertThat(data.find(asked).nothing()).isTrue();
        assertThat(Phone.of(port, "clerk1").opens("/slips/" + repair.number()).status())
                .isEqualTo(200);
    }

    @Test
    void theRegisterForgetsToo() {
        String telephone = "13911115555";
        database.sql(
                        """
            insert into resident (id, place_id, kind, name) select coalesce(max(r.id), 0) + 1000, (select min(id) from place), 'OWNER', ? from resident r""")
                .param(RESIDENT)
                .update();
        database.sql(
                        """
            insert into resident_telephone (resident_id, position, telephone, telephone_key) select id, 0, ?, ? from resident where name = ?""")
                .params(telephone, "+86" + telephone, RESIDENT)
                .update();

        assertThat(data.export(new Asked(telephone, RESIDENT), "affairs")).contains("房屋登记", RESIDENT, telephone);
        assertThat(data.erase(new Asked(telephone, RESIDENT), "来信", false, "affairs")
                        .others())
                .isEqualTo(1);
        assertThat(where(RESIDENT)).isEmpty();
    }

    @Test
    void nobodyIsForgottenWhileTheRepairIsOpen() {
        String telephone = "13911116666";
        RepairCase repair = work("长孙测试", telephone);

        assertThatThrownBy(() -> data.erase(new Asked(telephone, ""), "来信", false, "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining(repair.number())
                .hasMessageContaining("没有办完");
        assertThat(repair.slip().report().reporterName()).isEqualTo("长孙测试");
    }

    @Test
    void whatIsOldGoesByNight() {
        String other = "13911117777";
        RepairCase old = closed("慕容测试", other);
        pays(old);

        office.timeIs("2020-06-02T03:00:00+08:00");
        night.run();
        assertThat(where(other)).as("within a year").contains("slip");

        office.timeIs("2020-06-05T03:00:00+08:00");
        night.run();
        assertThat(where(other)).as("telephone").isEmpty();
        assertThat(old.slip().report().reporterName()).isEqualTo("慕容测试");
        assertThat(photos(old)).isEqualTo(1);

        office.timeIs("2022-06-05T03:00:00+08:00");
        night.run();
        assertThat(where("慕容测试")).as("name").isEmpty();
        assertThat(evidence.of(old.number()).findings())
                .as("what is left is as it was written")
                .isEmpty();
        assertThat(photos(old)).isZero();
        assertThat(owed(old)).as("the accounts stay").isNotNull();
        assertThat(old.trail()).anyMatch(line -> line.contains("保存期限已到"));
    }

    private int photos(RepairCase repair) {
        return database.sql("select count(*) from photo where slip_number = ?")
                .param(repair.number())
                .query(Integer.class)
                .single();
    }

    /** Tables in which these words stand, in whatever column and whatever kind of text. */
    private Set<String> where(String words) {
        Set<String> tables = new TreeSet<>();
        for (String table : database.sql(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list()) {
            for (Map<String, Object> row :
                    database.sql("select * from \"" + table + "\"").query().listOfRows()) {
                if (row.values().stream().anyMatch(value -> says(value, words))) {
                    tables.add(table.toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private static boolean says(Object value, String words) {
        return value instanceof String text && text.contains(words)
                || value instanceof byte[] bytes && new String(bytes, StandardCharsets.UTF_8).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200",
        "affairs, 200",
        "clerk1, 403",
        "clerklead, 403",
        "tech1, 403",
        "supervisor, 403",
        "director, 403",
        "dutydirector, 403",
        "processowner, 403"
    })
    void isOpenToWhoKeepsTheRecords(String person, int status) {
        Phone phone = Phone.of(port, person);
        assertThat(phone.opens("/privacy").status()).isEqualTo(status);
        assertThat(phone.sends("/privacy/find", "telephone=13900001234", FROM_HERE)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aWrongTelephoneIsRefused() {
        Phone affairs = Phone.of(port, "affairs");
        affairs.opens("/privacy");
        assertThat(affairs.sends("/privacy/find", "telephone=12", FROM_HERE).status())
                .isEqualTo(400);
        assertThat(affairs.sends("/privacy/erase", "telephone=13900001234&how=", FROM_HERE)
                        .body())
                .contains("请写明");
    }
}
