package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.OnDuty;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Two offices: whoever belongs to one sees and touches nothing of the other's slips, whoever belongs to both or to none those of both. Asked at
 * every address that the running application answers at, with whatever leads there to a slip of the other office.
 */
@ProcedureTest
@Tag("long")
@DisplayName("两个管理处")
class TwoOfficesTest {

    private static final String NORTH = "一号管理处";
    private static final String SOUTH = "二号管理处";
    private static final String FAULT = "南岸阀门嘶嘶作响";
    private static final String REPORTER = "欧阳南岸";
    private static final String PLACE = "88 栋 1201";
    private static final String PHONE = "13912345670";
    private static final String PLUMBER = Qualification.PLUMBING.group();

    /** Login name, offices, groups. */
    private record Colleague(String login, List<String> offices, List<String> groups) {}

    private static final List<Colleague> COLLEAGUES = List.of(
            new Colleague("northclerk", List.of(NORTH), List.of("customerService")),
            new Colleague("northlead", List.of(NORTH), List.of("customerServiceLead")),
            new Colleague("northtech", List.of(NORTH), List.of("maintenance", PLUMBER)),
            new Colleague("northsupervisor", List.of(NORTH), List.of("engineeringSupervisor")),
            new Colleague("northdirector", List.of(NORTH), List.of("director", "dutyDirector")),
            new Colleague("northaffairs", List.of(NORTH), List.of("generalAffairs")),
            new Colleague("southclerk", List.of(SOUTH), List.of("customerService")),
            new Colleague("bothclerk", List.of(NORTH, SOUTH), List.of("customerService")));

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OfficeRegister register;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private OnDuty onDuty;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient database;

    @Autowired
    private List<RequestMappingHandlerMapping> pages;

    @Autowired
    private ServletContext server;

    @Autowired
    private ResourceConfig engineRest;

    private RepairCase offered;
    private RepairCase held;
    private RepairCase northern;

    @BeforeEach
    void peopleAndSlips() {
        for (Colleague one : COLLEAGUES) {
            User user = identity.newUser(one.login());
            user.setFirstName(one.login());
            user.setLastName("");
            user.setPassword("baoxiu");
            identity.saveUser(user);
            one.groups().forEach(group -> identity.createMembership(one.login(), group));
            one.offices().forEach(name -> identity.createMembership(one.login(), group(name)));
        }
        dispatch.recordQualification("northtech", Qualification.PLUMBING, "SN-N", LocalDate.of(2099, 12, 31));
        offered = reported(SOUTH);
        held = reported(SOUTH)
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        northern = reported(NORTH);
    }

    /** By an owner, so that nobody has its first task; of the northern slip everything but the item differs. */
    private RepairCase reported(String name) {
        boolean south = name.equals(SOUTH);
        return office.message(
                "RepairReported",
                with(
                        leakingTap(),
                        "channel",
                        "web",
                        "office",
                        name,
                        "place",
                        south ? PLACE : "66 栋 902",
                        "reporterName",
                        south ? REPORTER : "司徒北",
                        "reporterPhone",
                        south ? PHONE : "13712300321",
                        "faultDescription",
                        south ? FAULT : "水龙头滴水"));
    }

    private String group(String name) {
        return OfficeGroups.of(register.find(name).orElseThrow().id());
    }

    @AfterEach
    void theyLeave() {
        Stream.of(offered, held, northern)
                .filter(repair -> !repair.ended())
                .forEach(repair -> repair.ownerCalls("cancel"));
        COLLEAGUES.forEach(one -> identity.deleteUser(one.login()));
        database.sql("delete from certificate where technician = 'northtech'").update();
    }

    private boolean tells(String body, String request) {
        return Stream.of(FAULT, REPORTER, PHONE, offered.number(), held.number())
                .filter(secret -> !request.contains(secret))
                .anyMatch(body::contains);
    }

    private List<String> southernTasks() {
        return Stream.of(offered, held)
                .flatMap(repair -> tasks.createTaskQuery().processInstanceBusinessKey(repair.number()).list().stream())
                .map(Task::getId)
                .toList();
    }

    /** What leads to something of the southern slips, by the beginning of the address after the engine's. */
    private Map<String, List<String>> ids() {
        List<String> cases = List.of(offered.instance(), held.instance());
        Map<String, List<String>> ids = new LinkedHashMap<>();
        ids.put(
                "/history/variable-instance",
                of("select ID_ from ACT_HI_VARINST where PROC_INST_ID_ in (:cases)", cases));
        ids.put("/history/detail", of("select ID_ from ACT_HI_DETAIL where PROC_INST_ID_ in (:cases)", cases));
        ids.put(
                "/history/activity-instance",
                of("select ID_ from ACT_HI_ACTINST where PROC_INST_ID_ in (:cases)", cases));
        ids.put("/history/job-log", of("select ID_ from ACT_HI_JOB_LOG where PROCESS_INSTANCE_ID_ in (:cases)", cases));
        ids.put(
                "/history/decision-instance",
                of("select ID_ from ACT_HI_DECINST where PROC_INST_ID_ in (:cases)", cases));
        ids.put("/task", southernTasks());
        ids.put("/variable-instance", of("select ID_ from ACT_RU_VARIABLE where PROC_INST_ID_ in (:cases)", cases));
        ids.put(
                "/execution",
                runtime.createExecutionQuery().processInstanceId(held.instance()).list().stream()
                        .map(Execution::getId)
                        .limit(3)
                        .toList());
        ids.put(
                "/job",
                offered.timers().stream().map(job -> job.getId()).limit(2).toList());
        ids.put("/local", List.of("x"));
        ids.put("", cases);
        return ids;
    }

    private List<String> of(String sql, List<String> cases) {
        return database.sql(sql + " order by ID_ fetch first 4 rows only")
                .param("cases", cases)
                .query(String.class)
                .list();
    }

    /** All addresses of the engine that are looked at, with ids in them. */
    private Set<String> engineAddresses(String root, Set<String> doors) {
        Map<String, List<String>> ids = ids();
        Set<String> addresses = new TreeSet<>();
        for (String door : doors) {
            if (!door.startsWith("GET " + root) || door.contains("*") || door.contains("diagram")) {
                continue;
            }
            String path = door.substring(("GET " + root).length())
                    .replaceFirst("^/engine/engine/\\{[^}]*}", "/engine/engine/default")
                    .replaceFirst("^/engine/\\{[^}]*}(?=/)", "/engine/default")
                    .replaceFirst("/plugin/base/\\{[^}]*}", "/plugin/base/default");
            String resource = path.replaceFirst("^/engine/(engine/)?default", "")
                    .replaceFirst("^/[a-z]+/plugin/base/default", "");
            List<String> known = ids.entrySet().stream()
                    .filter(one -> resource.startsWith(one.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            for (String id : path.contains("{") ? known : List.of("x")) {
                addresses.add(path.replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "faultDescription"));
            }
            addresses.add(path.replaceAll("\\{[^}]*}", "x") + "?processInstanceId=" + held.instance());
        }
        return addresses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"northclerk", "northtech", "northsupervisor", "northdirector"})
    @DisplayName("the engine's interface says nothing of the other office, at no address, to nobody of an office")
    void theEngineSaysNothing(String person) {
        HttpOffice rest = HttpOffice.rest(port, person);
        Set<String> addresses = engineAddresses("/engine-rest", RestResources.below("/engine-rest", engineRest));
        assertThat(addresses).hasSizeGreaterThan(300);

        assertThat(telling(rest, addresses)).isEmpty();
    }

    @Test
    @DisplayName("nor do the interfaces of the web applications")
    void theWebApplicationsSayNothing() {
        Set<String> addresses = engineAddresses("/camunda/api", RestResources.of(server));
        assertThat(addresses).hasSizeGreaterThan(300);

        for (String person : List.of("northclerk", "northdirector")) {
            assertThat(telling(HttpOffice.webApplications(port, person), addresses))
                    .as(person)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("a director of the company is told at many of the same addresses: they do lead to the slips")
    void theSameAddressesTellTheCompany() {
        Set<String> addresses = engineAddresses("/engine-rest", RestResources.below("/engine-rest", engineRest));

        assertThat(telling(HttpOffice.rest(port, "director"), addresses))
                .hasSizeGreaterThan(20)
                .anyMatch(address -> address.startsWith("/history/"))
                .anyMatch(address -> address.startsWith("/process-instance"))
                .anyMatch(address -> address.startsWith("/variable-instance"));
        assertThat(telling(HttpOffice.rest(port, "clerk1"), addresses))
                .anyMatch(address -> address.matches("/task/.*/form-variables"));
    }

    private Set<String> telling(HttpOffice person, Set<String> addresses) {
        return addresses.stream()
                .filter(address -> tells(person.get(address).body().toString(), address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"northclerk", "northtech", "northsupervisor", "northdirector"})
    @DisplayName("no question to the engine has an answer of the other office")
    void noQuestionIsAnswered(String person) {
        for (HttpOffice way : List.of(HttpOffice.rest(port, person), HttpOffice.tasklist(port, person))) {
            for (String question : List.of(
                    "/task",
                    "/process-instance",
                    "/execution",
                    "/variable-instance",
                    "/history/process-instance",
                    "/history/task",
                    "/history/variable-instance",
                    "/history/activity-instance",
                    "/history/job-log",
                    "/job")) {
                assertThat(tells(way.post(question, "{}").body().toString(), ""))
                        .as(question)
                        .isFalse();
                for (RepairCase southern : List.of(offered, held)) {
                    Answer found = way.post(
                            question,
                            question.equals("/task")
                                    ? "{\"processInstanceBusinessKey\":\"" + southern.number() + "\"}"
                                    : "{\"processInstanceId\":\"" + southern.instance() + "\"}");
                    assertThat(found.body().findValues("id")).as(question).isEmpty();
                }
            }
            for (String groups : List.of(
                    "candidateGroup=customerService",
                    "candidateGroups=customerService,maintenance,director,engineeringSupervisor," + PLUMBER,
                    "candidateUser=" + person,
                    "candidateUser=clerk1",
                    "assignee=tech1",
                    "involvedUser=tech1",
                    "withCandidateGroups=true",
                    "candidateGroup=customerServiceAt"
                            + register.find(SOUTH).orElseThrow().id())) {
                assertThat(ids(way.get("/task?" + groups).body()))
                        .as(groups)
                        .doesNotContainAnyElementsOf(southernTasks());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"northclerk", "northlead", "northtech", "northsupervisor", "northdirector", "northaffairs"})
    @DisplayName("no page says anything of the other office")
    void noPageSaysAnything(String person) throws Exception {
        Set<String> addresses = pageAddresses();
        assertThat(addresses)
                .hasSizeGreaterThan(60)
                .contains("/board", "/slips/" + held.number(), "/desk/hits?q=", "/deliveries");

        List<String> telling = new ArrayList<>();
        for (String address : addresses) {
            if (tells(get(address, person), address)) {
                telling.add(address);
            }
        }
        assertThat(telling).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "bothclerk", "southclerk"})
    @DisplayName("the same pages say it to whoever belongs there, to both offices, or to none")
    void theSamePagesSayIt(String person) throws Exception {
        for (String page : List.of(
                "/slips?office=" + encoded(SOUTH) + "&sort=received&down=1&columns=reporter",
                "/slips/" + held.number(),
                "/slips/" + held.number() + "/photos",
                "/slips/" + held.number() + "/replay",
                "/slips/" + held.number() + "/replay/data",
                "/links/" + held.number(),
                "/desk/hits?q=" + encoded("南岸"),
                "/desk/places?office=" + encoded(SOUTH) + "&place=" + encoded(PLACE),
                "/slips/" + held.number() + "/print")) {
            assertThat(get(page, person)).as("%s of %s", page, person).contains(held.number());
        }
    }

    /** With what leads to the southern slips in each place of an address, and what asks for them. */
    private Set<String> pageAddresses() {
        Set<String> addresses = new TreeSet<>();
        pages.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(door -> {
            Set<RequestMethod> methods = door.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                for (String path : door.getPatternValues()) {
                    if (path.matches("/(r|my|report|api|login|error|logout|models).*")) {
                        continue;
                    }
                    for (String number : List.of(offered.number(), held.number())) {
                        for (String task : path.contains("{task}") || path.startsWith("/tasks/{")
                                ? southernTasks()
                                : List.of("x")) {
                            addresses.add(path.replaceAll("\\{(number|slipNumber)}", number)
                                    .replaceAll(
                                            "\\{[^/]*?month[^/]*}",
                                            LocalDate.now().toString().substring(0, 7))
                                    .replaceAll("(?<=^/tasks/)\\{[^/]*}", task)
                                    .replaceAll("\\{[^/]*}", "1"));
                        }
                    }
                }
            }
        }));
        String south = encoded(SOUTH);
        String place = encoded(PLACE);
        addresses.addAll(List.of(
                "/desk/hits?q=",
                "/desk/hits?q=" + encoded("南岸"),
                "/desk/hits?q=" + offered.number().substring(offered.number().length() - 4),
                "/desk/hits?q=" + PHONE.substring(3),
                "/desk?telephone=" + PHONE.substring(1),
                "/desk/places?office=" + south + "&place=" + place,
                "/desk/places?office=" + south + "&place=" + place + "&slip=" + held.number(),
                "/desk/heard?office=" + encoded(NORTH) + "&place=" + place + "&fault=" + encoded("水龙头漏水")
                        + "&telephone=" + PHONE,
                "/slips?office=" + south + "&columns=reporter&columns=fault",
                "/slips?sort=received&down=1&columns=reporter&columns=fault",
                "/slips?technician=tech1&columns=reporter",
                "/slips/shift?office=" + south,
                "/slips/workbook?office=" + south,
                "/register?q=" + place,
                "/register?office=" + south));
        return addresses;
    }

    private String get(String address, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(address, person).body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonNode list) {
        return list.findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"northclerk", "northtech", "northsupervisor", "northdirector"})
    @DisplayName("nobody of another office takes, does or gives back its tasks")
    void nobodyTouchesItsTasks(String person) {
        for (HttpOffice way : List.of(HttpOffice.rest(port, person), HttpOffice.tasklist(port, person))) {
            for (String task : southernTasks()) {
                Task before = tasks.createTaskQuery().taskId(task).singleResult();
                assertThat(List.of(
                                way.post("/task/" + task + "/claim", "{\"userId\":\"%s\"}".formatted(person)),
                                way.post("/task/" + task + "/complete", "{}"),
                                way.post("/task/" + task + "/submit-form", "{\"variables\":{}}"),
                                way.post("/task/" + task + "/unclaim", "")))
                        .allSatisfy(answer -> assertThat(answer.status()).isIn(403, 404));
                assertThat(tasks.createTaskQuery().taskId(task).singleResult())
                        .usingRecursiveComparison()
                        .comparingOnlyFields("assignee", "revision")
                        .isEqualTo(before);
            }
        }
    }

    @Test
    @DisplayName("no form takes the number of a slip of another office, and no report for one")
    void noFormTakesItsNumber() {
        String number = held.number();
        Map<String, Map<String, Object>> forms = Map.of(
                SlipCorrectionProcess.KEY,
                Map.of("slipNumber", number),
                ContractorOrderProcess.KEY,
                Map.of("slipNumber", number),
                FeeCollectionProcess.KEY,
                Map.of("slipNumber", number, "collectionEvent", "waiver", "amountYuan", "1", "collectionReason", "试"),
                "repairRequest",
                with(leakingTap(), "office", SOUTH));
        HttpOffice clerk = HttpOffice.rest(port, "northclerk");
        forms.forEach((process, form) -> {
            String fields = form.entrySet().stream()
                    .map(one -> "\"%s\":{\"value\":\"%s\"}".formatted(one.getKey(), one.getValue()))
                    .collect(Collectors.joining(","));
            Answer answer = clerk.post(
                    "/process-definition/key/" + process + "/submit-form", "{\"variables\":{" + fields + "}}");
            assertThat(answer.status()).as(process + " " + answer.message()).isIn(400, 403);
            assertThat(tells(answer.body().toString(), number)).as(process).isFalse();
        });
        Refusal.of(() -> office.starts("northclerk", "repairRequest", with(leakingTap(), "office", SOUTH)))
                .says("您不在“二号管理处”");
        Refusal.of(() -> office.starts(
                        "northsupervisor",
                        HandOverProcess.KEY,
                        Map.of(
                                "workOf",
                                "tech1",
                                "handOverSlip",
                                number,
                                "handOverTo",
                                "tech2",
                                "handOverReason",
                                "试")))
                .says("不是您所在管理处的");
        Refusal.of(() -> office.starts(
                        "northsupervisor", HandOverProcess.KEY, Map.of("workOf", "tech1", "handOverReason", "试")))
                .says("也办您管不到的管理处的维修单");
        String found = office.contactTask(office.starts("northclerk", OwnerContactProcess.KEY, Map.of("caller", PHONE)))
                .getProcessInstanceId();
        assertThat(runtime.getVariables(found).toString())
                .doesNotContain(offered.number())
                .doesNotContain(held.number());
        runtime.deleteProcessInstance(found, "test");
    }

    @Test
    @DisplayName("marked on a list that was open before, its slips are refused one by one")
    void severalAtOnce() throws Exception {
        String answer = new PageClient(port)
                .post(
                        "/slips/several",
                        "northlead",
                        "action=TELL&said=x&numbers=" + held.number(),
                        "Sec-Fetch-Site",
                        "same-origin")
                .body();

        assertThat(answer).contains("不由您办理");
        assertThat(held.trail()).noneMatch(line -> line.contains("留言"));
    }

    @Test
    @DisplayName(
            "everybody sees, takes and does what is their office's; who belongs to both or to none what is of both")
    void everybodyDoesTheirs() {
        String north = task(northern, REGISTER_REQUEST);
        String south = task(offered, REGISTER_REQUEST);
        for (HttpOffice.Way way : HttpOffice.Way.values()) {
            assertThat(ids(way.as(port, "northclerk").get("/task").body()))
                    .contains(north)
                    .doesNotContain(south);
            assertThat(ids(way.as(port, "southclerk").get("/task").body()))
                    .contains(south)
                    .doesNotContain(north);
            assertThat(ids(way.as(port, "bothclerk").get("/task").body())).contains(north, south);
            assertThat(ids(way.as(port, "clerk1").get("/task").body())).contains(north, south);
            assertThat(ids(way.as(port, "director").get("/task").body())).contains(north, south);
            assertThat(ids(way.as(port, "northtech").get("/task").body())).doesNotContain(north, south);
            assertThat(ids(way.as(port, "northclerk")
                            .get("/task?candidateGroups=customerService")
                            .body()))
                    .contains(north)
                    .doesNotContain(south);
        }
        HttpOffice clerk = HttpOffice.tasklist(port, "northclerk");
        assertThat(clerk.get("/task/" + north + "/identity-links").body().findValuesAsText("groupId"))
                .containsExactly("customerService");
        assertThat(clerk.post("/task/" + north + "/claim", "{\"userId\":\"northclerk\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clerk.get("/task/" + north + "/form-variables").status()).isEqualTo(200);
        assertThat(ids(clerk.get("/task?assignee=northclerk").body())).containsExactly(north);
        northern.does("northclerk", REGISTER_REQUEST, registered("PL-01"));

        assertThat(ids(HttpOffice.rest(port, "northtech").get("/task").body())).contains(task(northern, PICK_UP_SLIP));
        northern.does("northtech", PICK_UP_SLIP, pickedUp());
        assertThat(northern.slip().technician()).isEqualTo("northtech");
    }

    private String task(RepairCase repair, String element) {
        return repair.task(element).getId();
    }

    @Test
    @DisplayName("a corrected office moves the open tasks, and whoever had them does not keep them")
    void aCorrectedOffice() {
        String task = task(northern, REGISTER_REQUEST);
        office.as("northclerk", () -> {
            tasks.claim(task, "northclerk");
            return null;
        });

        corrects(office, "bothclerk", northern, corrected("office", SOUTH));

        assertThat(ids(HttpOffice.rest(port, "northclerk").get("/task").body())).doesNotContain(task);
        assertThat(HttpOffice.rest(port, "northclerk").get("/task/" + task).status())
                .isEqualTo(404);
        assertThat(ids(HttpOffice.rest(port, "southclerk").get("/task").body())).contains(task);
        assertThat(ids(HttpOffice.rest(port, "bothclerk").get("/task").body())).contains(task);
        assertThat(ids(HttpOffice.rest(port, "clerk1").get("/task").body())).contains(task);
        northern.does("southclerk", REGISTER_REQUEST, registered("PL-01"));
    }

    @Test
    @DisplayName("work and news of an office go to its own people and to those of the company")
    void workAndNews() {
        held.ownerCalls("cancel");
        RepairCase southern = reported(SOUTH).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        northern.does("clerk1", REGISTER_REQUEST, registered("PL-01"));

        assertThat(dispatch.candidates(southern.number()))
                .extracting(Candidate::technician)
                .contains("tech1")
                .doesNotContain("northtech");
        assertThat(dispatch.candidates(northern.number()))
                .extracting(Candidate::technician)
                .contains("tech1", "northtech");
        assertThatThrownBy(() -> southern.does("supervisor", PICK_UP_SLIP, assignedTo("northtech")))
                .hasMessageContaining("不办“二号管理处”的维修单");
        assertThat(onDuty.toTell("customerService", SOUTH))
                .contains("clerk1", "southclerk")
                .doesNotContain("northclerk");
        assertThat(onDuty.toTell("customerService", NORTH))
                .contains("clerk1", "northclerk")
                .doesNotContain("southclerk");
        southern.ownerCalls("cancel");
    }

    @Test
    @DisplayName("what is of all offices together is for the company: Cockpit, months, what is known of a person")
    void whatIsOfTheCompany() {
        assertThat(HttpOffice.login(port, "northdirector", "cockpit")).isEqualTo(403);
        assertThat(HttpOffice.login(port, "director", "cockpit")).isEqualTo(200);
        assertThat(HttpOffice.pageBesideTasklist(port, "northlead", "/months")).isEqualTo(403);
        assertThat(HttpOffice.pageBesideTasklist(port, "clerklead", "/months")).isEqualTo(200);
        assertThat(HttpOffice.pageBesideTasklist(port, "northaffairs", "/privacy"))
                .isEqualTo(403);
        assertThat(HttpOffice.pageBesideTasklist(port, "affairs", "/privacy")).isEqualTo(200);
    }
}
