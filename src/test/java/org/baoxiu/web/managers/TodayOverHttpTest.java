package org.baoxiu.web.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.testing.Answers.pickedUp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.baoxiu.audit.MorningReaders;
import org.baoxiu.audit.TodayFigure;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.Causes;
import org.baoxiu.monthend.CausesToSign;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.notification.Morning;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** How the work stands, as a browser gets it. */
@ProcedureTest
@DisplayName("今日")
@Tag("long")
class TodayOverHttpTest {

    private static final Pattern COUNT =
            Pattern.compile("<a href=\"([^\"]+)\"><b>(\\d+)</b> ([^<]+)</a>\\s*<small>([^<]+)</small>");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @Autowired
    private MorningReaders readers;

    @Autowired
    private Messages messages;

    @Autowired
    private Causes causes;

    @Autowired
    private ApplicationEventPublisher listeners;

    private RepairCase late;

    /** A day that no other test has. */
    @BeforeEach
    void tech1IsLate() {
        office.timeIs("2031-03-03T09:00:00+08:00");
        late = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(20));
        late.dueTimersFire();
    }

    @AfterEach
    void timeIsNow() {
        ClockUtil.reset();
    }

    private List<MatchResult> counts(String page) {
        return COUNT.matcher(page).results().toList();
    }

    private long count(String page, TodayFigure figure) {
        return counts(page).stream()
                .filter(count -> count.group(3).equals(figure.title()))
                .mapToLong(count -> Long.parseLong(count.group(2)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "dutydirector", "clerklead", "supervisor"})
    @Tag("4.7.1")
    @DisplayName(
            "whoever answers for the work sees every figure with its definition, and the missed promise with whose it is")
    void everyFigure(String person) {
        String page = Phone.of(port, person).opens("/today").body();

        assertThat(counts(page))
                .extracting(count -> count.group(3))
                .containsAll(Arrays.stream(TodayFigure.values())
                        .map(TodayFigure::title)
                        .toList());
        assertThat(count(page, TodayFigure.RECEIVED)).isPositive();
        assertThat(count(page, TodayFigure.OVERDUE)).isPositive();
        assertThat(page).contains(late.number(), "到场（4.6.2）", "工程部维修班（水电工）", "还没有人说明");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "tech1", "affairs", "processowner"})
    @DisplayName("nobody else does")
    void closedToOthers(String person) {
        Phone phone = Phone.of(port, person);

        assertThat(phone.opens("/today").status()).isEqualTo(403);
        assertThat(phone.opens("/today/slips?figure=OPEN").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(TodayFigure.class)
    @DisplayName("each figure leads to as many slips as it says")
    void figuresLeadToTheirSlips(TodayFigure figure) {
        Phone phone = Phone.of(port, "director");
        MatchResult count = counts(phone.opens("/today").body()).stream()
                .filter(one -> one.group(3).equals(figure.title()))
                .findFirst()
                .orElseThrow();

        List<String> numbers = new ArrayList<>();
        String address = count.group(1).replace("&amp;", "&");
        for (int page = 1; page <= 1 + Integer.parseInt(count.group(2)) / 50; page++) {
            Pattern.compile("href=\"/slips/([^\"/]+)\"")
                    .matcher(phone.opens(address + "&page=" + page).body())
                    .results()
                    .map(link -> link.group(1))
                    .filter(number -> !numbers.contains(number))
                    .forEach(numbers::add);
        }
        assertThat(numbers).hasSize(Integer.parseInt(count.group(2)));
    }

    @Test
    @DisplayName("what somebody has said about a miss stands beside it")
    void reason() {
        late.told(CommitmentKind.ARRIVAL)
                .forEach(task -> late.does(
                        "supervisor", task, Answers.escalated("acknowledge", "escalationNote", "电梯坏了，走楼梯上去")));

        assertThat(Phone.of(port, "director").opens("/today").body()).contains("电梯坏了，走楼梯上去");
    }

    @Test
    @DisplayName("a job that nobody tries again is there with its slip")
    void failedJobs() {
        String job = late.timers().get(0).getId();
        management.setJobRetries(job, 0);
        try {
            assertThat(Phone.of(port, "director").opens("/today").body())
                    .containsPattern("<span>" + late.number() + "</span>：");
        } finally {
            management.setJobRetries(job, 3);
        }
    }

    @Test
    @Tag("4.7.7")
    @DisplayName("whoever signs the causes sees how many wait, and is led to where they are signed")
    void causesToSign() {
        Phone supervisor = Phone.of(port, "supervisor");
        CausesToSign toSign = causes.toSign();
        String line = "<a href=\"" + toSign.page() + "\"><b>" + toSign.number() + "</b> 原因没有签字</a>";

        assertThat(supervisor.opens("/today").body()).contains(line, toSign.label() + "查明的原因里");
        assertThat(supervisor.opens(toSign.page()).body()).contains("还有 " + toSign.number() + " 项没有签");
        assertThat(supervisor
                        .opens("/today?office=" + URLEncoder.encode("一号管理处", StandardCharsets.UTF_8))
                        .body())
                .as("they are signed for all offices together")
                .doesNotContain("原因没有签字");
        for (String other : List.of("director", "dutydirector", "clerklead")) {
            assertThat(Phone.of(port, other).opens("/today").body()).as(other).doesNotContain("原因没有签字");
        }
    }

    @Test
    @DisplayName("another office has none of it, and an unknown one is refused by a sentence")
    void offices() {
        Phone phone = Phone.of(port, "director");

        assertThat(phone.opens("/today?office=" + URLEncoder.encode("没有的管理处", StandardCharsets.UTF_8))
                        .body())
                .contains("没有“没有的管理处”这个管理处");
        assertThat(phone.opens("/today/slips?figure=NONE").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("whoever wants it gets the figures once a morning, and nobody else")
    void morning() {
        Phone phone = Phone.of(port, "dutydirector");
        phone.opens("/today");
        assertThat(phone.sends("/today/morning", "wanted=true", Phone.FROM_HERE).status())
                .isEqualTo(302);
        assertThat(readers.all()).contains("dutydirector");

        office.timeIs("2031-03-04T08:00:00+08:00");
        listeners.publishEvent(new Morning());
        listeners.publishEvent(new Morning());

        assertThat(figures("dutydirector")).singleElement().satisfies(message -> assertThat(message.subject())
                .startsWith("3月4日 早上：未结 "));
        assertThat(figures("director")).isEmpty();

        phone.opens("/today");
        phone.sends("/today/morning", "wanted=false", Phone.FROM_HERE);
        assertThat(readers.all()).doesNotContain("dutydirector");
    }

    private List<Message> figures(String person) {
        return messages.of(person).stream()
                .filter(message -> message.event() == Event.MORNING_FIGURES)
                .filter(message -> message.eventKey().contains("2031-03-04"))
                .toList();
    }
}
