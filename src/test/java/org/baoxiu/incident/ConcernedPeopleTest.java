package org.baoxiu.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.notification.Circulars;
import org.baoxiu.notification.Contacts.Contact;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.shared.Person;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("公共故障：告诉谁")
class ConcernedPeopleTest {

    private static final String OFFICE = "一号管理处";
    private static final Person CLERK = new Person("clerk1", Set.of());

    @Autowired
    private Office office;

    @Autowired
    private Incidents incidents;

    @Autowired
    private IncidentCallers callers;

    @Autowired
    private ConcernedPeople people;

    @Autowired
    private RegisterImport register;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void flats() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        lives("1单元", "101", "业主甲", "13500000001、13500000009");
        lives("1单元", "102", "业主甲", "13500000009、13500000001");
        lives("1单元", "201", "业主乙", "0755-88880000、13500000002");
        lives("2单元", "101", "业主丙", "13500000003");
        lives("2单元", "102", "业主丁", "0755-88880001");
        register.enter(Map.of("管理处", OFFICE, "楼栋", "66栋", "单元", "1单元", "公共部位", "电梯", "短码", "LT66"));
        register.enter(Map.of(
                "管理处",
                OFFICE,
                "楼栋",
                "66栋",
                "单元",
                "1单元",
                "房号",
                "301",
                "身份",
                "业主",
                "姓名",
                "业主戊",
                "电话",
                "13500000004",
                "止",
                "2026-01-01"));
    }

    private void lives(String unit, String flat, String name, String telephones) {
        List<String> all = new ArrayList<>(List.of(telephones.split("、")));
        Map<String, String> line = new HashMap<>(Map.of(
                "管理处", OFFICE, "楼栋", "66栋", "单元", unit, "房号", flat, "身份", "业主", "姓名", name, "电话", all.remove(0)));
        line.put("其他电话", String.join("、", all));
        register.enter(line);
    }

    @AfterEach
    void gone() {
        ClockUtil.reset();
        database.sql("delete from incident_caller").update();
        database.sql("delete from incident_place").update();
        database.sql("delete from incident").update();
    }

    private long declared(String places) {
        return incidents.declare(new Declaration(OFFICE, places, "停水", false, "", "", ""), CLERK);
    }

    private List<String> mobiles(long incident) {
        return people.of(incidents.get(incident)).stream()
                .map(id -> people.find(id).map(Contact::mobile).orElseThrow())
                .toList();
    }

    @Test
    @DisplayName(
            "each telephone once, whoever has several flats; nobody of former times, nobody without a mobile telephone")
    void ownersOfThePlaces() {
        assertThat(mobiles(declared("66栋"))).containsExactlyInAnyOrder("13500000001", "13500000002", "13500000003");
        assertThat(mobiles(declared("66栋2单元"))).containsExactly("13500000003");
        assertThat(mobiles(declared("lt66"))).as("a lift concerns its unit").hasSize(2);
        assertThat(mobiles(declared("整个小区"))).contains("13500000001", "13500000003");
    }

    @Test
    @DisplayName("a place that the register does not have is in the building or unit that it says, if that is there")
    void ownersAroundAPlaceThatTheRegisterDoesNotHave() {
        assertThat(mobiles(declared("66栋楼顶水箱"))).hasSize(3);
        assertThat(mobiles(declared("66幢2单元水表"))).containsExactly("13500000003");
        assertThat(mobiles(declared("66栋9单元电梯"))).as("no such unit").isEmpty();
        assertThat(mobiles(declared("99栋电梯"))).isEmpty();
    }

    @Test
    @DisplayName("what is told of a change promises no time that has passed")
    void noTimeThatHasPassed() {
        long incident = incidents.declare(new Declaration(OFFICE, "66栋", "停水", false, "", "10:00", ""), CLERK);
        Incident known = incidents.get(incident);
        assertThat(new IncidentNews(IncidentNews.Kind.CHANGED, known, "clerk1", office.now())
                        .occasion()
                        .facts())
                .containsEntry("until", "11月23日 10:00");
        office.timePasses(Duration.ofHours(1));
        assertThat(new IncidentNews(IncidentNews.Kind.CHANGED, known, "clerk1", office.now())
                        .occasion()
                        .facts())
                .containsEntry("until", "");
        assertThat(new IncidentNews(IncidentNews.Kind.PASSED, known, Person.SYSTEM, office.now())
                        .occasion()
                        .facts())
                .containsEntry("until", "11月23日 10:00");
    }

    @Test
    void whoeverHasCalledIsToldBesidesAndOnce() {
        long incident = declared("66栋2单元");
        callers.join(incident, "业主丙", "135 0000 0003", "66栋2单元101", "", CLERK);
        callers.join(incident, "租客", "13500000005", "66栋2单元102", "没有水", CLERK);
        callers.join(incident, "租客", "+8613500000005", "66栋2单元102", "", CLERK);
        callers.join(incident, "门卫", "0755-88880002", "门岗", "", CLERK);

        assertThat(mobiles(incident)).containsExactly("13500000003", "13500000005");
        assertThat(incidents.get(incident).callers()).as("telephones").isEqualTo(3);
    }

    @Test
    @DisplayName("the beginning, each change and the end each have a key of their own; a slip's number is no news")
    void eachIsToldOnce() {
        Circulars circulars = mock(Circulars.class);
        ConcernedNews news = new ConcernedNews(people, circulars);
        long incident = declared("66栋2单元");
        List<Occasion> told = new ArrayList<>();
        for (IncidentNews.Kind kind : IncidentNews.Kind.values()) {
            if (kind == IncidentNews.Kind.CHANGED) {
                incidents.change(incident, 0, new Declaration(OFFICE, "66栋2单元", "停水", false, "", "15:00", ""), CLERK);
            }
            if (kind == IncidentNews.Kind.ENDED) {
                incidents.end(incident, CLERK);
            }
            news.tell(new IncidentNews(kind, incidents.get(incident), "clerk1", office.now()));
        }
        ArgumentCaptor<Occasion> occasions = ArgumentCaptor.forClass(Occasion.class);
        verify(circulars, times(3)).tell(occasions.capture(), eq("concerned"), any());
        told.addAll(occasions.getAllValues());

        assertThat(told)
                .extracting(Occasion::event)
                .containsExactly(Event.INCIDENT_DECLARED, Event.INCIDENT_CHANGED, Event.INCIDENT_ENDED);
        assertThat(told).extracting(Occasion::key).doesNotHaveDuplicates();
        assertThat(told.get(1).facts()).containsEntry("until", "11月23日 15:00").containsEntry("place", "66栋2单元");
    }
}
