package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.baoxiu.incident.Declaration;
import org.baoxiu.incident.Incidents;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.paper.Pdf;
import org.baoxiu.shared.Person;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that the staff may look at, asked for by somebody of each group: who gets in, and in whose answer stand the name or the
 * telephone of somebody who lives there, be it a page, a paper or a workbook. What a role needs is said here once more, so that a right
 * too many shows.
 */
@ProcedureTest
@DisplayName("谁能看到谁")
@Tag("found:E6")
@Tag("found:E8")
@Tag("long")
class WhoSeesWhomTest {

    private static final String REPORTER = "上官云鹤";
    private static final String REPORTERS_PHONE = "13712349876";
    private static final String OWNER = "司马青云";
    private static final String OWNERS_PHONE = "13612345678";

    /** Tech1 has the slip in hand, tech2 has nothing to do with it. */
    private static final List<String> PEOPLE = List.of(
            "clerk1",
            "clerklead",
            "tech1",
            "tech2",
            "supervisor",
            "director",
            "dutydirector",
            "affairs",
            "processowner",
            "admin");

    private static final Set<String> DESK = Set.of("clerk1", "clerklead", "admin");
    private static final Set<String> NEED_EVERY_SLIP =
            Set.of("clerk1", "clerklead", "supervisor", "director", "dutydirector", "affairs", "admin");
    private static final Set<String> ON_THIS_SLIP = and(NEED_EVERY_SLIP, "tech1");
    private static final Set<String> HEADS = Set.of("clerklead", "supervisor", "director", "admin");
    private static final Set<String> FOR_THE_WHOLE = and(HEADS, "dutydirector");
    private static final Set<String> EVERYBODY = Set.copyOf(PEOPLE);

    /** By the name of the right, as {@link Doors} has it. */
    private static final Map<String, Set<String>> LET_IN = Map.ofEntries(
            Map.entry("tasklist", EVERYBODY),
            Map.entry("messages", EVERYBODY),
            Map.entry("slips", and(NEED_EVERY_SLIP, "tech1", "tech2")),
            Map.entry(
                    "board",
                    Set.of("clerk1", "clerklead", "tech1", "tech2", "supervisor", "director", "dutydirector", "admin")),
            Map.entry("privacy", Set.of("affairs", "admin")),
            Map.entry("evidence", Set.of("director", "affairs", "admin")),
            Map.entry("operations", Set.of("admin")),
            Map.entry("operations-keep", Set.of("admin")),
            Map.entry("today", FOR_THE_WHOLE),
            Map.entry("heat", FOR_THE_WHOLE),
            Map.entry("ways", FOR_THE_WHOLE),
            Map.entry("rules", and(FOR_THE_WHOLE, "affairs")),
            Map.entry("audit", and(FOR_THE_WHOLE, "affairs")),
            Map.entry("desk", DESK),
            Map.entry("links", DESK),
            Map.entry("deliveries", DESK),
            Map.entry("blank-slips", DESK),
            Map.entry("register", DESK),
            Map.entry("register-keep", DESK),
            Map.entry("incidents", and(DESK, "supervisor")),
            Map.entry("statements", and(DESK, "director", "affairs")),
            Map.entry("months", and(DESK, "supervisor", "director", "affairs")),
            Map.entry("models", Set.of("processowner", "admin")),
            Map.entry("setup", Set.of("admin")),
            Map.entry("clients", Set.of("admin")));

    /** In whose answers somebody's name or telephone stands; elsewhere in nobody's. */
    private static final Map<String, Set<String>> SEE = Map.ofEntries(
            Map.entry("/desk", DESK),
            Map.entry("/desk/hits", DESK),
            Map.entry("/desk/places", DESK),
            Map.entry("/desk/places/{id}", DESK),
            Map.entry("/register", DESK),
            Map.entry("/register/places/{id}", DESK),
            Map.entry("/register-keep/people/{id}", DESK),
            Map.entry("/slips", ON_THIS_SLIP),
            Map.entry("/slips/workbook", ON_THIS_SLIP),
            Map.entry("/slips/{number}", ON_THIS_SLIP),
            Map.entry("/slips/{number}/dossier", ON_THIS_SLIP),
            Map.entry("/deliveries", DESK));

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private RegisterByHand register;

    @Autowired
    private OfficeRegister offices;

    @Autowired
    private Incidents incidents;

    @Autowired
    private ModelDrafts drafts;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    private RepairCase repair;
    private long place;
    private long incident;
    private long draft;

    @BeforeEach
    void somebodyReports() throws IOException {
        office.timeIs("2026-11-23T09:00:00+08:00");
        place = register.enter(
                Map.of("管理处", "一号管理处", "楼栋", "63栋", "房号", "601", "身份", "业主", "姓名", OWNER, "电话", OWNERS_PHONE));
        repair = office.reports(
                        "clerk1",
                        with(
                                leakingTap(),
                                "reporterName",
                                REPORTER,
                                "reporterPhone",
                                REPORTERS_PHONE,
                                "place",
                                "63 栋 601"))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        incident = incidents.declare(new Declaration("一号管理处", "63栋", "停水", false, "", "23:59", ""), Person.system());
        draft = drafts.keep(
                "processowner",
                Map.of("satisfaction.dmn", Files.readAllBytes(Path.of("processes", "satisfaction.dmn"))));
    }

    @AfterEach
    void nobodyHasReported() {
        incidents.end(incident, Person.system());
        drafts.remove(draft);
        repair.ownerCalls("cancel");
        ClockUtil.reset();
    }

    private Map<String, String> examples() {
        String number = repair.number();
        Map<String, String> examples = new StaffAddress.Seen(
                        number,
                        repair.task(VISIT_SITE).getId(),
                        "2026-11",
                        place,
                        register.people(place).get(0).id(),
                        incident,
                        draft,
                        offices.all().get(0).id())
                .examples();
        examples.put("/desk", "/desk?q=" + REPORTERS_PHONE);
        examples.put("/desk/hits", "/desk/hits?q=" + REPORTERS_PHONE);
        examples.put("/desk/places", "/desk/places?office=一号管理处&place=63-601&slip=" + number);
        examples.put("/desk/heard", "/desk/heard?office=一号管理处&place=63-601&fault=水龙头漏水");
        examples.put("/register", "/register?q=" + OWNERS_PHONE);
        examples.put("/slips", "/slips?columns=reporter&sort=received&all");
        examples.put("/slips/shift", "/slips/shift?sort=received");
        examples.put("/slips/workbook", "/slips/workbook?columns=reporter&sort=received");
        return examples;
    }

    @Test
    void ofEachGroup() throws IOException {
        List<StaffAddress> addresses = StaffAddress.all(mappings, examples());
        Map<String, Set<String>> letIn = new TreeMap<>();
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> see = new TreeMap<>();
        for (String person : PEOPLE) {
            Phone browser = Phone.of(port, person);
            for (StaffAddress address : addresses) {
                Answer answer = browser.opens(encoded(address.address()));
                assertThat(answer.status())
                        .as("%s for %s", address, person)
                        .isNotEqualTo(302)
                        .isLessThan(500);
                if (answer.status() != 403) {
                    letIn.computeIfAbsent(address.pattern(), first -> new TreeSet<>())
                            .add(person);
                }
                String words = words(answer);
                if (List.of(REPORTER, REPORTERS_PHONE, OWNER, OWNERS_PHONE).stream()
                        .anyMatch(words::contains)) {
                    see.computeIfAbsent(address.pattern(), first -> new TreeSet<>())
                            .add(person);
                }
            }
        }
        Set<String> onTasks = new TreeSet<>();
        see.keySet().stream()
                .filter(pattern -> pattern.startsWith(StaffAddress.TASKS))
                .toList()
                .forEach(pattern -> onTasks.addAll(see.remove(pattern)));
        addresses.forEach(address -> expected.put(address.pattern(), new TreeSet<>(whoMayOpen(address))));

        SoftAssertions.assertSoftly(all -> {
            all.assertThat(letIn).as("who gets in").isEqualTo(expected);
            all.assertThat(onTasks).as("who sees them beside a task").containsExactly("tech1");
            all.assertThat(see).as("who sees somebody's name or telephone").isEqualTo(SEE);
        });
    }

    /** Below the number of a slip only those whose business it is, and who has what is for the heads. */
    private static Set<String> whoMayOpen(StaffAddress address) {
        if (address.pattern().equals("/slips/people")) {
            return HEADS;
        }
        return address.pattern().startsWith("/slips/{number}") ? ON_THIS_SLIP : LET_IN.get(address.application());
    }

    private static String words(Answer answer) throws IOException {
        byte[] body = answer.response().body();
        String type = answer.header("Content-Type");
        if (type.startsWith("application/pdf")) {
            return Pdf.read(body).text();
        }
        if (type.contains("spreadsheet")) {
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(body));
                    XSSFExcelExtractor extractor = new XSSFExcelExtractor(workbook)) {
                return extractor.getText();
            }
        }
        return answer.body();
    }

    private static String encoded(String address) {
        return address.chars()
                .mapToObj(letter -> letter < 128
                        ? String.valueOf((char) letter)
                        : URLEncoder.encode(String.valueOf((char) letter), StandardCharsets.UTF_8))
                .reduce("", String::concat);
    }

    private static Set<String> and(Set<String> people, String... more) {
        Set<String> all = new TreeSet<>(people);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
