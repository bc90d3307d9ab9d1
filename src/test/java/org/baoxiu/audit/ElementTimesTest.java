package org.baoxiu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REVIEW_FEE;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("各环节用时")
class ElementTimesTest {

    private static final String COLUMNS = "seconds, limit_seconds, office, repair_class, item_code, technician";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("v63_1__TimesOfBefore")
    private JavaMigration times;

    @Autowired
    private DataSource source;

    @BeforeEach
    void longAgo() {
        office.timeIs("2021-05-10T09:00:00+08:00");
    }

    @AfterEach
    void timeIsNow() {
        ClockUtil.reset();
    }

    private List<Map<String, Object>> rows(RepairCase repair, String element) {
        return database.sql("select " + COLUMNS + " from element_time where slip_number = ? and element = ?")
                .params(repair.number(), element)
                .query()
                .listOfRows();
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("a task that has ended has a row with its time, its limit, whoever had it, and what the slip is about")
    void aTask() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(2));
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(rows(repair, PICK_UP_SLIP)).isEmpty();
        office.timePasses(Duration.ofMinutes(4));
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(13));
        repair.does("tech1", VISIT_SITE, arrived());

        assertThat(rows(repair, REGISTER_REQUEST)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("seconds", 120L).containsEntry("limit_seconds", 180L);
            assertThat(row).containsEntry("technician", "clerk1").containsEntry("office", "一号管理处");
        });
        assertThat(rows(repair, VISIT_SITE)).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("seconds", 780L).containsEntry("limit_seconds", 900L);
            assertThat(row)
                    .containsEntry("technician", "tech1")
                    .containsEntry("repair_class", "DAILY")
                    .containsEntry("item_code", "PL-01");
        });
        assertThat(rows(repair, Steps.DISPATCH)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("seconds", 1020L)
                .containsEntry("limit_seconds", 900L));
    }

    @Test
    @DisplayName("of a closed repair there are as many rows as the engine's history has, and as long")
    void asTheHistoryHas() {
        RepairCase closed = TapRepair.closed(office);

        String of = " from ACT_HI_ACTINST a where a.ROOT_PROC_INST_ID_ = '" + closed.instance()
                + "' and a.ACT_TYPE_ in ('userTask', 'subProcess', 'callActivity')";
        assertThat(database.sql("select count(*) from element_time where slip_number = ?")
                        .param(closed.number())
                        .query(Long.class)
                        .single())
                .isEqualTo(
                        database.sql("select count(*)" + of).query(Long.class).single())
                .isGreaterThan(12);
        assertThat(database.sql(
                                "select count(*)" + of
                                        + " and not exists (select 1 from element_time t where t.activity = a.ID_ and abs(t.seconds * 1000 - a.DURATION_) <= 1000)")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(rows(closed, REVIEW_FEE)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("technician", "clerk1")
                .containsEntry("limit_seconds", null));
        assertThat(rows(closed, CALL_BACK_OWNER)).hasSize(1);
    }

    @Test
    @DisplayName("what is interrupted from outside, which the engine ends twice, has one row")
    void cancelled() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        repair.ownerCalls("cancel");

        assertThat(repair.ended()).isTrue();
        assertThat(rows(repair, "SubProcess_NotifyTeam")).hasSize(1);
    }

    @Test
    @DisplayName("what was refused leaves no row")
    void inTheTransaction() {
        RepairCase repair = TapRepair.registered(office);
        try {
            repair.does("tech1", PICK_UP_SLIP, Map.of());
        } catch (RuntimeException refused) {
            assertThat(rows(repair, PICK_UP_SLIP)).isEmpty();
            return;
        }
        throw new AssertionError("the form needs its fields");
    }

    @Test
    @DisplayName("of the cases that were there before, the migration writes the same rows")
    void migration() throws Exception {
        RepairCase closed = TapRepair.closed(office);
        String all =
                "select activity, element, seconds, limit_seconds, office, repair_class, item_code, technician, started_at, ended_at"
                        + " from element_time where slip_number = ? and element like 'Task%' order by activity";
        List<Map<String, Object>> written =
                database.sql(all).param(closed.number()).query().listOfRows();
        database.sql("delete from element_time where slip_number = ?")
                .param(closed.number())
                .update();

        try (Connection connection = source.getConnection()) {
            Context context = mock(Context.class);
            when(context.getConnection()).thenReturn(connection);
            times.migrate(context);
        }

        // the slip is classified only after it has been registered: looking back, it always was
        assertThat(database.sql(all.replace("repair_class, item_code, ", ""))
                        .param(closed.number())
                        .query()
                        .listOfRows())
                .isNotEmpty()
                .isEqualTo(written.stream()
                        .map(row -> {
                            Map<String, Object> known = new LinkedHashMap<>(row);
                            known.keySet()
                                    .removeIf(
                                            Set.of("REPAIR_CLASS", "ITEM_CODE", "repair_class", "item_code")::contains);
                            return known;
                        })
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "director, 200",
        "dutydirector, 200",
        "clerklead, 200",
        "supervisor, 200",
        "clerk1, 403",
        "tech1, 403",
        "affairs, 403"
    })
    @DisplayName("managers see the picture and the table, and a figure leads to its slips")
    void page(String person, int status) {
        RepairCase closed = TapRepair.closed(office);
        Phone phone = Phone.of(port, person);
        String period = "from=2021-05-01&until=2021-05-31";

        assertThat(phone.opens("/heat?" + period).status()).isEqualTo(status);
        assertThat(phone.opens("/heat/slips?element=Task_VisitSite&" + period).status())
                .isEqualTo(status);
        if (status == 200) {
            assertThat(phone.opens("/heat?step=SubProcess_Dispatch&" + period).body())
                    .contains("4 维修调度", "<svg class=\"heat\"", "上门", "九成在以内");
            assertThat(phone.opens("/heat/slips?element=Task_VisitSite&" + period)
                            .body())
                    .contains(closed.number());
            assertThat(phone.opens("/heat?from=2021-13-01").body()).contains("日期请写成");
        }
    }
}
