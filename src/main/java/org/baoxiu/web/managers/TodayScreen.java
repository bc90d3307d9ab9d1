package org.baoxiu.web.managers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.audit.FailedJobs.FailedJob;
import org.baoxiu.audit.Today.AccidentClocks;
import org.baoxiu.audit.Today.Load;
import org.baoxiu.audit.Today.Look;
import org.baoxiu.audit.Today.Missed;
import org.baoxiu.audit.TodayFigure;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.Yuan;
import org.jspecify.annotations.Nullable;

/** The page 今日 in the words of its readers. */
record TodayScreen(
        String at,
        List<Count> counts,
        List<Count> ages,
        List<Count> troubles,
        String owed,
        List<MissedLine> missed,
        List<AccidentLine> accidents,
        List<PersonLine> people,
        List<FailedJob> jobs,
        long jobsInAll) {

    private static final Set<TodayFigure> AGES =
            Set.of(TodayFigure.AGE_1, TodayFigure.AGE_3, TodayFigure.AGE_7, TodayFigure.AGE_14, TodayFigure.AGE_OLD);
    private static final Set<TodayFigure> FIRST =
            Set.of(TodayFigure.RECEIVED, TodayFigure.CLOSED, TodayFigure.OPEN, TodayFigure.DUE_SOON);

    /** @param pressing whether somebody should look at once */
    record Count(TodayFigure figure, String title, long number, String definition, boolean pressing) {}

    record MissedLine(
            String number, String place, String promise, String due, String late, String person, String reason) {}

    record AccidentLine(String number, String place, String declared, Clock answer, Clock solution) {}

    /** @param late whether its time is over and it is not done */
    record Clock(String text, boolean late) {}

    record PersonLine(String login, String name, int held, int late, String presence) {}

    static TodayScreen of(Look look, List<FailedJob> jobs, long jobsInAll, Names names) {
        Set<String> logins = new LinkedHashSet<>();
        Stream.concat(
                        look.missed().stream().map(Missed::person).filter(Objects::nonNull),
                        look.people().stream().map(Load::person))
                .forEach(logins::add);
        Map<String, String> known = names.of(logins);
        List<Count> counts = new ArrayList<>();
        List<Count> ages = new ArrayList<>();
        List<Count> troubles = new ArrayList<>();
        Arrays.stream(TodayFigure.values()).forEach(figure -> {
            List<Count> group = AGES.contains(figure) ? ages : FIRST.contains(figure) ? counts : troubles;
            long number = look.figure(figure);
            group.add(new Count(figure, figure.title(), number, figure.definition(), group == troubles && number > 0));
        });
        return new TodayScreen(
                Times.minute(look.at()),
                counts,
                ages,
                troubles,
                Yuan.text(look.owed()),
                look.missed().stream().map(one -> missed(one, known)).toList(),
                look.accidents().stream().map(one -> accident(one, look.at())).toList(),
                look.people().stream().map(one -> person(one, known)).toList(),
                jobs,
                jobsInAll);
    }

    private static MissedLine missed(Missed one, Map<String, String> known) {
        return new MissedLine(
                one.number(),
                Telephones.hiddenIn(one.place()),
                (one.step() == null ? one.kind().label() : "“" + one.step() + "”") + "（" + one.clause() + "）",
                Times.minute(one.dueAt()),
                TimeText.after(one.kept() ? "迟" : "已超时", one.late()),
                one.kind().keptBy().label()
                        + (one.person() == null ? "" : "（" + known.getOrDefault(one.person(), one.person()) + "）"),
                one.reason() == null ? "还没有人说明" : Telephones.hiddenIn(one.reason()));
    }

    private static AccidentLine accident(AccidentClocks one, Instant now) {
        return new AccidentLine(
                one.number(),
                Telephones.hiddenIn(one.place()),
                Times.minute(one.declaredAt()),
                clock("答复", one.answerDue(), one.answeredAt(), now),
                clock("解决", one.solutionDue(), one.solvedAt(), now));
    }

    private static Clock clock(String what, @Nullable Instant due, @Nullable Instant done, Instant now) {
        if (done != null) {
            return new Clock("已" + what + "，" + Times.minute(done), false);
        }
        if (due == null) {
            return new Clock("没有时限", false);
        }
        Duration left = Duration.between(now, due);
        return new Clock(
                Times.minute(due) + " 前" + what + "，" + TimeText.after(left.isNegative() ? "已超时" : "还剩", left),
                left.isNegative());
    }

    private static PersonLine person(Load one, Map<String, String> known) {
        return new PersonLine(
                one.person(),
                known.getOrDefault(one.person(), one.person()),
                one.held(),
                one.late(),
                one.awayUntil() == null ? "" : "请假到 " + Times.minute(one.awayUntil()));
    }
}
