package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.RepositoryService;
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

/** The page of the process owner, as the browser gets it: drafts, differences, going live, one step back. */
@ProcedureTest
@DisplayName("规则与流程")
@Tag("long")
class ModelsPageTest {

    private static final String OWNER = "processowner";
    private static final String LIMITS = "service-commitments.dmn";
    private static final String ITEMS = "repair-catalogue.dmn";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String FORM = "assess-fault.form";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ActiveModels active;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    private TestDeployments deployments;
    private String shipped;

    @BeforeEach
    void asShipped() {
        deployments = new TestDeployments(repository);
        shipped = active.now().fingerprint();
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
    }

    private static String limit(String cell) {
        return matching("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1" + cell)
                .apply(file(LIMITS));
    }

    private static String price(String yuan) {
        return matching("<text>40</text>", "<text>" + yuan + "</text>").apply(file(ITEMS));
    }

    // the first exercise of the guide

    @Test
    void aLimitIsChangedWithAReasonAndTakenBack() throws Exception {
        String draft = uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        String page = get(draft).body();
        assertThat(page).contains("检查通过", "第 4 行", "的“时限”", "&quot;15 分钟&quot;", "&quot;20 分钟&quot;");
        assertThat(active.now().fingerprint()).as("a draft is not in force").isEqualTo(shipped);

        String change = follows(goesLive(draft, page, "reason=电梯大修，放宽到场&clause=4.6.2"));

        assertThat(active.now().fingerprint()).isNotEqualTo(shipped);
        assertThat(get(change).body())
                .contains("流程管理员", "电梯大修，放宽到场", "4.6.2", "&quot;15 分钟&quot;", "&quot;20 分钟&quot;");
        assertThat(get("/models").body()).contains("电梯大修，放宽到场", change).doesNotContain(draft);
        long number = Long.parseLong(change.replaceAll("\\D", ""));
        assertThat(changes.one(number)).hasValueSatisfying(one -> {
            assertThat(one.person()).isEqualTo(OWNER);
            assertThat(one.files()).containsExactly(LIMITS);
        });
        assertThat(changes.files(number)).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo(file(LIMITS).getBytes());
            assertThat(one.after()).isEqualTo(limit("\"20 分钟\"").getBytes());
        });

        int version = version("serviceCommitments");
        String back = follows(post(change + "/back", "reason=大修完了"));

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(version("serviceCommitments")).as("a new version").isEqualTo(version + 1);
        assertThat(get(back).body()).contains("大修完了", "第 " + number + " 次改动");
        HttpResponse<String> again = post(change + "/back", "reason=再退一次");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("后来又改过", "现在不能退回");
        follows(post(back + "/back", "reason=又要放宽"));
        assertThat(active.now().fingerprint()).isNotEqualTo(shipped);
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndNoneOfTheFilesGoesLive() throws Exception {
        String draft = uploads(Map.of(LIMITS, limit("\"二十来分钟\""), ITEMS, price("45")));
        String page = get(draft).body();

        assertThat(page).contains("不能上线", "第 4 行", "二十来分钟", "15 分钟").doesNotContain("检查通过", "name=\"reason\"");
        HttpResponse<String> refused = goesLive(draft, page, "reason=都上线");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(active.now().fingerprint()).isEqualTo(shipped);

        sends(draft + "/files", Map.of(LIMITS, limit("\"20 分钟\"")));

        String mended = get(draft).body();
        assertThat(mended).contains("检查通过", LIMITS, ITEMS);
        follows(goesLive(draft, mended, "reason=都上线"));
        assertThat(active.now().decisions().get("repairCatalogue").content())
                .isEqualTo(price("45").getBytes());
        assertThat(active.now().decisions().get("serviceCommitments").content())
                .isEqualTo(limit("\"20 分钟\"").getBytes());
    }

    /** What only the engine itself finds wrong. */
    @Test
    void theEngineReadsADraftToo() throws Exception {
        String twoStarts =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="org.baoxiu.sample"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_TwoStarts">
                  <process id="twoStarts" isExecutable="true" camunda:isStartableInTasklist="false" camunda:historyTimeToLive="P1D">
                    <startEvent id="One"/><startEvent id="Two"/><endEvent id="End"/>
                    <sequenceFlow id="Flow_One" sourceRef="One" targetRef="End"/>
                    <sequenceFlow id="Flow_Two" sourceRef="Two" targetRef="End"/>
                  </process>
                </definitions>
                """;

        assertThat(get(uploads(Map.of("two-starts.bpmn", twoStarts))).body())
                .contains("流程引擎读不懂", "two-starts.bpmn", "multiple none start events");
        assertThat(deployments.now()).containsExactlyInAnyOrderElementsOf(deployments.before());
    }

    @Test
    void figuresThatJumpAreConfirmed() throws Exception {
        String draft = uploads(Map.of(ITEMS, price("4500")));
        String page = get(draft).body();
        assertThat(page).contains("相差一半以上", "数字没有写错").doesNotContain("部署名称");

        HttpResponse<String> refused = goesLive(draft, page, "reason=涨价");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("勾选“数字没有写错”", "value=\"涨价\"");
        assertThat(active.now().fingerprint()).isEqualTo(shipped);

        follows(goesLive(draft, page, "reason=降价&confirmed=true"));
        assertThat(active.now().fingerprint()).isNotEqualTo(shipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reason=", "reason=%20%E3%80%80", "clause=4.6.2"})
    void nothingGoesLiveWithoutAReason(String form) throws Exception {
        String draft = uploads(Map.of(ITEMS, price("45")));

        HttpResponse<String> refused = goesLive(draft, get(draft).body(), form);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请写明为什么");
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(get(draft).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverHasSeenOtherDifferencesLooksAgain() throws Exception {
        String draft = uploads(Map.of(ITEMS, price("45")));
        String page = get(draft).body();
        String other = uploads(Map.of(LIMITS, limit("\"20 分钟\"")));
        follows(goesLive(other, get(other).body(), "reason=放宽"));

        HttpResponse<String> refused = goesLive(draft, page, "reason=涨价");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("又变了");
        follows(goesLive(draft, refused.body(), "reason=涨价"));
        assertThat(goesLive(draft, page, "reason=涨价").body()).contains("已经上线");
    }

    @Test
    void aFormAndADiagramGoLiveTogetherAndBackTogether() throws Exception {
        UnaryOperator<String> renamed = replacing("name=\"评估故障\"", "name=\"判断故障\"");
        String form = matching("\"label\": \"", "\"label\": \"请填 ").apply(file(FORM));
        String draft = uploads(Map.of(REPAIR, renamed.apply(file(REPAIR)), FORM, form));
        String page = get(draft).body();
        assertThat(page).contains("评估故障", "判断故障", "的名称", "的标签", "检查通过");
        int version = version("repairRequest");

        String change = follows(goesLive(draft, page, "reason=换个说法"));

        assertThat(version("repairRequest")).isEqualTo(version + 1);
        assertThat(active.now()
                        .processes()
                        .get("repairRequest")
                        .forms()
                        .get("assess-fault")
                        .content())
                .isEqualTo(form.getBytes());
        follows(post(change + "/back", "reason=大家看不懂"));
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void aFormAloneGoesBackAlone() throws Exception {
        String form = matching("\"label\": \"", "\"label\": \"请填 ").apply(file(FORM));
        String draft = uploads(Map.of(FORM, form));
        String change = follows(goesLive(draft, get(draft).body(), "reason=换个说法"));
        assertThat(active.now().fingerprint()).isNotEqualTo(shipped);

        follows(post(change + "/back", "reason=原来的好"));

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void whereOpenCasesStandIsSaidByVersionAndStep() throws Exception {
        RepairCase repair = TapRepair.registered(office);
        int version = version("repairRequest");
        String former = get("/models/processes/repairRequest").body();
        assertThat(former).contains("第 " + version + " 版", "领单或派单");

        String draft = uploads(
                Map.of(REPAIR, replacing("name=\"评估故障\"", "name=\"判断故障\"").apply(file(REPAIR))));
        follows(goesLive(draft, get(draft).body(), "reason=换个说法"));
        TapRepair.registered(office);

        String present = get("/models/processes/repairRequest").body();
        assertThat(present).contains("第 " + (version + 1) + " 版", "第 " + version + " 版");
        assertThat(get("/models").body()).contains("第 " + (version + 1) + " 版 1 件，第 " + version + " 版 ");
        assertThat(repair.ended()).isFalse();
    }

    @Test
    void aFileThatIsInForceIsDownloaded() throws Exception {
        HttpResponse<String> table = get("/models/files/TABLE/" + LIMITS);
        assertThat(table.body()).isEqualTo(file(LIMITS));
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains(LIMITS));
        assertThat(get("/models/files/PROCESS/repairRequest").body()).isEqualTo(file(REPAIR));
        assertThat(get("/models/files/FORM/assess-fault?process=repairRequest").body())
                .isEqualTo(file(FORM));
        assertThat(get("/models/files/TABLE/nowhere.dmn").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoModelIsNotTaken() throws Exception {
        assertThat(sends("/models/drafts", Map.of("price.docx", "x")).body()).contains("不是流程图、规则表或表单");
        assertThat(sends("/models/drafts", Map.of("price.xlsx", "x")).body()).contains("请");
        assertThat(sends("/models/drafts", Map.of("", "")).body()).contains("请先选择改好的文件");
        assertThat(get(uploads(Map.of(LIMITS, file(LIMITS)))).body()).contains("没有差别");
        assertThat(get(uploads(Map.of(LIMITS, "<broken"))).body()).contains("决策表读不懂");
        assertThat(get("/models/drafts/999999999").statusCode()).isEqualTo(404);
        assertThat(get("/models/changes/999999999").statusCode()).isEqualTo(404);
    }

    /** A technician, a clerk and the director have nothing to do here, whatever they send. */
    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "tech1", "director"})
    void nobodyElseDecides(String person) throws Exception {
        String draft = uploads(Map.of(ITEMS, price("45")));
        String seen = seen(get(draft).body());
        PageClient client = new PageClient(port);

        assertThat(client.get(draft, person).statusCode()).isEqualTo(403);
        assertThat(client.post(draft + "/live", person, "reason=x&seen=" + seen, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.sends("/models/drafts", person, "files", Map.of(ITEMS, price("45")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    // the Modeler

    @Test
    void theModelersDeploymentIsRecordedUnderItsName() throws Exception {
        Answer answer = modeler(OWNER, "到场放宽", Map.of(LIMITS, limit("\"20 分钟\"")));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        ModelChange change = changes.latest(1).get(0);
        assertThat(change.person()).isEqualTo(OWNER);
        assertThat(change.reason()).isEqualTo("到场放宽");
        assertThat(get("/models").body()).contains("到场放宽", "/models/changes/" + change.id());
        follows(post("/models/changes/" + change.id() + "/back", "reason=不放宽"));
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void theModelerSaysWhatIsWrongToTheProcessOwnerAndLetsNobodyElse() throws Exception {
        Answer refused = modeler(OWNER, "到场放宽", Map.of(LIMITS, limit("\"二十来分钟\"")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains(LIMITS, "二十来分钟", "15 分钟");

        modeler(OWNER, "再来一次", Map.of(LIMITS, limit("\"三十分钟\"")));
        List<Long> kept = database.sql("select id from model_draft where person = ? and refused")
                .param(OWNER)
                .query(Long.class)
                .list();
        assertThat(kept).as("once, as it was last").hasSize(1);
        assertThat(get("/models").body()).contains("/models/drafts/" + kept.get(0), "部署没有通过");
        assertThat(get("/models/drafts/" + kept.get(0)).body())
                .contains("不能上线", "三十分钟")
                .doesNotContain("二十来分钟");

        for (String person : List.of("clerk1", "supervisor", "director")) {
            assertThat(modeler(person, "到场放宽", Map.of(LIMITS, limit("\"20 分钟\"")))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void aFormerDeploymentIsDeployedAgainByTheProcessOwner() {
        String former = active.now().decisions().get("repairCatalogue").deployment();
        modeler(OWNER, "涨价", Map.of(ITEMS, price("45")));
        assertThat(active.now().fingerprint()).isNotEqualTo(shipped);

        assertThat(HttpOffice.rest(port, OWNER)
                        .post("/deployment/" + former + "/redeploy", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    private Answer modeler(String person, String name, Map<String, String> files) {
        return HttpOffice.rest(port, person)
                .multipart(
                        "/deployment/create",
                        Map.of(
                                "deployment-name",
                                name,
                                "deployment-source",
                                "Camunda Modeler",
                                "enable-duplicate-filtering",
                                "true"),
                        files);
    }

    private int version(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                        .mapToInt(one -> one.getVersion())
                        .findFirst()
                        .orElse(0)
                + repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().list().stream()
                        .mapToInt(one -> one.getVersion())
                        .findFirst()
                        .orElse(0);
    }

    /** @return path of the draft */
    private String uploads(Map<String, String> files) throws Exception {
        return follows(sends("/models/drafts", files));
    }

    private HttpResponse<String> sends(String path, Map<String, String> files) throws Exception {
        return new PageClient(port).sends(path, OWNER, "files", files);
    }

    private HttpResponse<String> goesLive(String draft, String page, String form) throws Exception {
        return post(draft + "/live", form + "&seen=" + seen(page));
    }

    private static String seen(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(page);
        return seen.find() ? seen.group(1) : "";
    }

    /** @return where the answer leads */
    private static String follows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return new PageClient(port).post(path, OWNER, form, "Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new PageClient(port).get(path, OWNER);
    }
}
