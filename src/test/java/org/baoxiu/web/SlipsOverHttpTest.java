package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of slips as a browser gets it. Its cases are before those of other tests, so that they stand on the first page by age. */
@ProcedureTest
@DisplayName("维修单清单页")
@Tag("long")
class SlipsOverHttpTest {

    private static final String PHONE = "13698765432";
    private static final String OLDEST_FIRST = "sort=received";
    private static final Pattern TOTAL = Pattern.compile("共 <b>(\\d+)</b> 张");
    private static final Pattern COUNT = Pattern.compile("<li><a href=\"([^\"]+)\"[^>]*>([^<]+) <b>(\\d+)</b>");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    private final List<RepairCase> cases = new ArrayList<>();

    @BeforeEach
    void morning() {
        office.timeIs("2020-02-17T09:00:00+08:00");
    }

    @AfterEach
    void theOwnersCancel() {
        cases.stream().filter(repair -> !repair.ended()).forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, true",
        "clerklead, true",
        "supervisor, true",
        "director, true",
        "dutydirector, true",
        "affairs, true",
        "admin, true",
        "tech1, true",
        "tech2, false"
    })
    @DisplayName(
            "whose role needs every slip sees all, a technician those of his own: on the page, on paper and in the workbook")
    void whoSeesWhat(String person, boolean sees) throws Exception {
        String own = pickedUpBy("tech1").number();
        String nobodys = reported("厨房水龙头漏水").number();
        boolean every = sees && !person.equals("tech1");

        for (String page : List.of("/slips?", "/slips/shift?")) {
            String body = get(page + OLDEST_FIRST, person).body();
            assertThat(body.contains(own)).as("%s of %s", page, person).isEqualTo(sees);
            assertThat(body.contains(nobodys)).as("%s of %s", page, person).isEqualTo(every);
        }
        List<String> inTheWorkbook =
                workbook(OLDEST_FIRST, person).stream().map(row -> row.get(0)).toList();
        assertThat(inTheWorkbook.contains(own)).isEqualTo(sees);
        assertThat(inTheWorkbook.contains(nobodys)).isEqualTo(every);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slips", "/slips/shift", "/slips/workbook"})
    void nobodyWithoutLogin(String page) throws Exception {
        assertThat(get(page, null).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("a telephone stands in its column only, and of an ended slip a technician does not get it")
    void telephones() throws Exception {
        RepairCase repair = pickedUpBy("tech1");

        assertThat(get("/slips?" + OLDEST_FIRST, "clerk1").body())
                .contains(repair.number())
                .doesNotContain(PHONE, "欧阳");
        assertThat(get("/slips/shift?" + OLDEST_FIRST, "clerk1").body()).doesNotContain(PHONE, "欧阳");
        for (String person : List.of("clerk1", "tech1")) {
            assertThat(get("/slips?columns=reporter&" + OLDEST_FIRST, person).body())
                    .contains("欧阳小红 " + PHONE);
        }
        repair.ownerCalls("cancel");
        String ended = "/slips?slips=ended&from=2020-02-17&until=2020-02-17&columns=reporter&columns=fault&";
        assertThat(get(ended, "clerk1").body()).contains(repair.number(), "欧阳小红 " + PHONE);
        assertThat(get(ended, "tech1").body())
                .contains(repair.number(), "欧阳小红 136****5432")
                .doesNotContain(PHONE);
    }

    @Test
    @DisplayName("each count is the number of slips in the list that it leads to")
    void counts() throws Exception {
        pickedUpBy("tech1");
        office.timePasses(Duration.ofMinutes(20));
        reported("厨房水龙头漏水");
        String page =
                get("/slips?technician=tech1&" + OLDEST_FIRST, "supervisor").body();
        List<MatchResult> counts = COUNT.matcher(page).results().toList();

        assertThat(counts).extracting(count -> count.group(2)).containsExactly("全部", "已超时", "将到", "在时限内", "暂停", "无时限");
        assertThat(counts)
                .anyMatch(
                        count -> count.group(2).equals("已超时") && !count.group(3).equals("0"));
        int sum = 0;
        for (MatchResult count : counts) {
            String list =
                    get(count.group(1).replace("&amp;", "&"), "supervisor").body();
            assertThat(total(list)).isEqualTo(Integer.parseInt(count.group(3)));
            assertThat(lines(list)).isEqualTo(Math.min(50, total(list)));
            sum += count.group(2).equals("全部") ? 0 : total(list);
        }
        assertThat(total(page)).isEqualTo(sum);
    }

    @Test
    @DisplayName("a line says what stands in its columns; the address alone says what is asked for")
    void columnsAndFilters() throws Exception {
        String number = pickedUpBy("tech1").number();
        office.timePasses(Duration.ofDays(3).plusMinutes(20));

        assertThat(get("/slips?" + OLDEST_FIRST, "clerk1").body())
                .contains("href=\"/slips/" + number + "\"", "3 栋 502", "日常维修", "已领单", "到场：超时 3 天", ">3 天<");
        String chosen = get("/slips?columns=office&columns=calls&" + OLDEST_FIRST, "clerk1")
                .body();
        assertThat(chosen).contains("一号管理处", "催办/投诉").doesNotContain("3 栋 502");
        for (String yes :
                List.of("state=picked-up", "class=daily", "days=3", "promise=overdue", "office=" + coded("一号管理处"))) {
            assertThat(get("/slips?" + yes + "&" + OLDEST_FIRST, "clerk1").body())
                    .as(yes)
                    .contains(number);
        }
        for (String no : List.of(
                "state=working",
                "class=accident",
                "days=4",
                "promise=within",
                "office=" + coded("二号管理处"),
                "technician=tech2",
                "technician=-",
                "slips=ended")) {
            assertThat(get("/slips?" + no + "&" + OLDEST_FIRST, "clerk1").body())
                    .as(no)
                    .doesNotContain(number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "state=bogus, 步骤",
        "class=x, 类别",
        "promise=soon, 时限",
        "sort=reporter_phone, 排序",
        "columns=password, 列",
        "days=-1, 已过天数",
        "days=%27, 已过天数",
        "page=0, 页",
        "slips=ended&from=31-31, 结束日期从",
        "slips=ended&from=2020-02-17&until=2020-02-16, 结束日期要从前到后"
    })
    @DisplayName("what cannot be read is refused with a sentence, and nothing is shown instead")
    void unreadable(String words, String sentence) throws Exception {
        HttpResponse<String> answer = get("/slips?" + words, "clerk1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence, "role=\"alert\"").doesNotContain("<table");
    }

    @Test
    @DisplayName("what is typed is a text and nothing else, and what nobody has gives an empty list that says so")
    void nothingThere() throws Exception {
        String typed = "\"><script>alert(1)</script>${1234*5678}";
        HttpResponse<String> answer = get("/slips?technician=" + coded(typed), "clerk1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("没有符合条件的未结维修单").doesNotContain("<script>alert", "7006652");
        assertThat(get("/slips?state=deferred&class=accident", "tech2").body()).contains("您手上没有符合条件的未结维修单");
        assertThat(get("/slips?slips=ended&from=2001-01-01&until=2001-01-02", "clerk1")
                        .body())
                .contains("这段时间里没有符合条件的维修单");
    }

    @Test
    @DisplayName("the workbook has the lines of the list; a text that begins like a formula stays a text")
    void formulas() throws Exception {
        String number = reported("=HYPERLINK(\"http://x.example\",\"水龙头漏水\")").number();
        HttpResponse<byte[]> answer = file("/slips/workbook?columns=fault&columns=place&" + OLDEST_FIRST, "clerk1");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"slips.xlsx\"");

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            Row line = StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .filter(row -> row.getCell(0).getStringCellValue().equals(number))
                    .findFirst()
                    .orElseThrow();
            assertThat(cells(book.getSheetAt(0).getRow(0))).containsExactly("单号", "地点", "故障");
            for (Cell cell : line) {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
            assertThat(line.getCell(2).getStringCellValue()).startsWith("=HYPERLINK");
        }
        int total = total(get("/slips", "clerk1").body());
        assertThat(workbook("", "clerk1")).hasSize(total + 1);
    }

    @Test
    @DisplayName("the list for the change of shift has a field for what is said, and who signs")
    void shift() throws Exception {
        String number = pickedUpBy("tech1").number();

        assertThat(get("/slips/shift?" + OLDEST_FIRST, "clerk1").body())
                .contains("交接班清单", "截至 2020年2月17日 09:00，未结 ", number, "交接说明", "交班人：", "接班人：");
    }

    @Test
    @DisplayName("the browser runs nothing of the page itself and keeps nothing")
    void headers() throws Exception {
        HttpResponse<String> page = get("/slips", "clerk1");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("style=", "<script", " onclick");
    }

    private static int total(String page) {
        Matcher total = TOTAL.matcher(page);
        assertThat(total.find()).isTrue();
        return Integer.parseInt(total.group(1));
    }

    private static int lines(String page) {
        return (int)
                Pattern.compile("<a href=\"/slips/WX").matcher(page).results().count();
    }

    private RepairCase reported(String fault) {
        RepairCase repair = office.reports(
                "clerk1",
                with(
                        leakingTap(),
                        "faultDescription",
                        fault + " 电话" + PHONE,
                        "reporterName",
                        "欧阳小红",
                        "reporterPhone",
                        PHONE));
        cases.add(repair);
        return repair;
    }

    private RepairCase pickedUpBy(String technician) {
        return reported("厨房水龙头漏水")
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does(technician, PICK_UP_SLIP, pickedUp());
    }

    /** The texts of all rows, headings first. */
    private List<List<String>> workbook(String words, String person) throws IOException, InterruptedException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                file("/slips/workbook?" + words, person).body()))) {
            return StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
                    .map(SlipsOverHttpTest::cells)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(Cell::getStringCellValue)
                .toList();
    }

    private HttpResponse<byte[]> file(String path, String person) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)))
                .build();
        return Http.CLIENT.send(request, BodyHandlers.ofByteArray());
    }

    private static String coded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person);
    }
}
