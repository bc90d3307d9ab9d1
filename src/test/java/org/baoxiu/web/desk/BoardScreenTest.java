package org.baoxiu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baoxiu.board.Board;
import org.baoxiu.board.ClockState;
import org.baoxiu.board.MissedClock;
import org.baoxiu.board.OpenSlip;
import org.baoxiu.board.SlipClock;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.Incidents;
import org.baoxiu.office.Part;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.web.security.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What stands on the wall screen, however many slips there are. */
class BoardScreenTest {

    private static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 23, 9, 0);

    @Test
    void withoutOpenSlipsItSaysSo() throws Exception {
        String page = page(List.of(), List.of());

        assertThat(page).contains("没有未结的维修单", "今天还没有超时", "11月23日 星期一", "09:00").doesNotContain("另有", "<ol>");
    }

    @Test
    void aFewSlipsAreWrittenLarge() throws Exception {
        String page = page(slips(5), List.of());

        assertThat(page)
                .contains("未结 <b>5</b>", "open large", "3 栋 501", "3 栋 505", "还剩 11 分钟", "到场", "师傅tech1")
                .doesNotContain("另有");
    }

    @Test
    void moreThanFitAreCounted() throws Exception {
        String page = page(
                slips(200),
                IntStream.range(0, 40).mapToObj(BoardScreenTest::missed).toList());

        assertThat(page.split("class=\"within\"")).as("lines and the count").hasSize(1 + BoardScreen.LINES + 1);
        assertThat(page)
                .contains("未结 <b>200</b>", "另有 <b>191</b> 张", "今日超时 <b>40</b> 次")
                .doesNotContain("open large", "3 栋 5010");
        assertThat(page.split("class=\"place\"")).hasSize(1 + 6);
    }

    @Test
    void eachColourIsCounted() throws Exception {
        String page = page(
                List.of(
                        slip(1, ClockState.OVERDUE, -61),
                        slip(2, ClockState.OVERDUE, 0),
                        slip(3, ClockState.DUE_SOON, 0),
                        slip(4, ClockState.PAUSED, 7)),
                List.of());

        assertThat(page)
                .contains("已超时 <b>2</b>", "将到 <b>1</b>", "在时限内 <b>0</b>", "暂停 <b>1</b>", "无时限 <b>0</b>")
                .contains("超时 61 分钟", "刚刚超时", "<b>不到 1 分钟</b>", "等配件")
                .doesNotContain("7 分钟");
    }

    @Test
    void aMinuteIsOverWhenItIsFull() throws Exception {
        String page = page(List.of(slip(1, ClockState.OVERDUE, Duration.ofMillis(-59_500))), List.of(missed(0)));

        assertThat(page).contains("刚刚超时", "迟不到 1 分钟").doesNotContain("超时不到", "迟 不到");
    }

    @Test
    void whatPeopleWroteStaysText() throws Exception {
        String page = page(List.of(reported("<script>alert(1)</script>", "\"><img src=x>")), List.of());

        assertThat(page).contains("&lt;script&gt;", "&lt;img src=x&gt;").doesNotContain("<script>alert", "<img");
    }

    @Test
    void telephoneNumbersAreLeftOut() throws Exception {
        String page = page(
                List.of(
                        reported("漏水，电话 138 0000-1234", "3 栋 502（010-12345678）"),
                        reported("打 +8613912345678", "12-3-1801")),
                List.of());

        assertThat(page)
                .contains("漏水，电话 …", "3 栋 502（…）", "打 …", "12-3-1801")
                .doesNotContain("138", "1234", "12345678", "139");
    }

    @Test
    void longWordsAreCutBetweenCharacters() throws Exception {
        assertThat(page(List.of(reported("水".repeat(22) + "🚰🚰🚰", "x")), List.of()))
                .contains("水".repeat(22) + "🚰…");
    }

    @Test
    void theOfficeIsNamedWhereAPlaceAloneDoesNotTell() throws Exception {
        OpenSlip other =
                new OpenSlip("WX-2", SlipState.RECEIVED, "二号管理处", "3 栋", "漏水", null, false, null, Optional.empty());

        assertThat(page(slips(2), List.of())).doesNotContain("一号管理处");
        assertThat(page(List.of(slip(1, ClockState.WITHIN, 9), other), List.of()))
                .contains("一号管理处 · ", "二号管理处 · 漏水");
    }

    @Test
    void faultsThatConcernManyStandBesideWhatIsMissed() throws Exception {
        String page = page(
                List.of(),
                IntStream.range(0, 40).mapToObj(BoardScreenTest::missed).toList(),
                List.of(lift(1), lift(2), lift(3)));

        assertThat(page).contains("公共故障 <b>3</b> 处", "整个小区停电1，已在抢修", "整个小区停电2，").doesNotContain("停电3");
        assertThat(page.split("class=\"place\"")).hasSize(1 + 3);
        assertThat(page(List.of(), List.of())).doesNotContain("公共故障");
    }

    private static Incident lift(int id) {
        Instant nine = NINE.atZone(ZoneId.systemDefault()).toInstant();
        return new Incident(
                id, "一号管理处", "停电" + id, false, nine, null, null, null, nine, "clerk1", 0, List.of(Part.WHOLE), 0);
    }

    private static String page(List<OpenSlip> open, List<MissedClock> missed) throws Exception {
        return page(open, missed, List.of());
    }

    private static String page(List<OpenSlip> open, List<MissedClock> missed, List<Incident> running) throws Exception {
        Incidents incidents = mock(Incidents.class);
        when(incidents.running()).thenReturn(running);
        Board board = mock(Board.class);
        Staff staff = mock(Staff.class);
        when(staff.scope()).thenReturn(OfficeScope.COMPANY);
        when(board.look(OfficeScope.COMPANY))
                .thenReturn(new Board.Look(NINE.atZone(ZoneId.systemDefault()).toInstant(), open, missed));
        return MockMvcBuilders.standaloneSetup(new BoardPage(board, BoardScreenTest::names, staff, incidents))
                .setViewResolvers(views())
                .build()
                .perform(get("/board"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> names(Collection<String> people) {
        return people.stream().collect(Collectors.toMap(person -> person, person -> "师傅" + person));
    }

    private static ThymeleafViewResolver views() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    private static List<OpenSlip> slips(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(index -> slip(index, ClockState.WITHIN, 10 + index))
                .toList();
    }

    private static OpenSlip slip(int index, ClockState state, int minutesLeft) {
        return slip(index, state, Duration.ofMinutes(minutesLeft));
    }

    private static OpenSlip slip(int index, ClockState state, Duration left) {
        SlipClock clock = new SlipClock(CommitmentKind.ARRIVAL, state, left, state == ClockState.PAUSED ? "等配件" : null);
        return new OpenSlip(
                "WX20261123-%06d".formatted(index),
                SlipState.NOTIFIED,
                "一号管理处",
                "3 栋 50" + index,
                "更换水龙头",
                RepairClass.DAILY,
                false,
                "tech1",
                Optional.of(clock));
    }

    private static OpenSlip reported(String fault, String place) {
        return new OpenSlip("WX-1", SlipState.RECEIVED, "一号管理处", place, fault, null, true, null, Optional.empty());
    }

    private static MissedClock missed(int index) {
        return new MissedClock(
                "WX20261123-000001",
                "3 栋 502",
                CommitmentKind.ARRIVAL,
                NINE.minusMinutes(index).atZone(ZoneId.systemDefault()).toInstant(),
                Duration.ofMinutes(index),
                index % 2 == 0);
    }
}
