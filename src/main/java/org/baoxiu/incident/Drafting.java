package org.baoxiu.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.office.Part;
import org.baoxiu.office.Parts;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.TypedTime;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.Caller;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody has typed of an incident. */
@Component
class Drafting {

    private static final int LONGEST_WHAT = 30;
    private static final int MOST_PLACES = 30;
    private static final int LONGEST_PLACE = 60;
    /** A day without its year that has just passed would be one of next year. */
    private static final Duration FARTHEST = Duration.ofDays(180);

    private final Parts parts;
    private final Offices offices;
    private final Slips slips;
    private final Clock clock;

    Drafting(Parts parts, Offices offices, Slips slips, Clock clock) {
        this.parts = parts;
        this.offices = offices;
        this.slips = slips;
        this.clock = clock;
    }

    record Draft(
            String office,
            String what,
            boolean planned,
            Instant beginsAt,
            @Nullable Instant expectedAt,
            @Nullable String slipNumber,
            List<Part> parts) {}

    /**
     * @param known what is there of it; null for a new one
     * @throws Rejection if it cannot be meant
     */
    Draft read(Declaration typed, @Nullable Incident known) {
        String office = known == null ? offices.checked(typed.office()) : known.office();
        boolean planned = known == null ? typed.planned() : known.planned();
        String what = Texts.line(typed.what());
        if (what.isEmpty() || what.length() > LONGEST_WHAT) {
            throw Rejection.invalid("请写明是什么故障或停用，如“电梯停运”“停水”，最多 " + LONGEST_WHAT + " 个字。");
        }
        Instant begins = begins(typed.begins(), planned, known);
        Instant expected = expected(typed.expected(), planned, begins, known);
        return new Draft(office, what, planned, begins, expected, slip(typed.slip()), places(office, typed.places()));
    }

    /** What has begun has begun: only what is still to come gets another time. */
    private Instant begins(String typed, boolean planned, @Nullable Incident known) {
        Instant now = clock.instant();
        if (known != null && !known.beginsAt().isAfter(now)) {
            return known.beginsAt();
        }
        if (Texts.isBlank(typed) && !planned) {
            return now;
        }
        if (known != null && isAsItWas(typed, known.beginsAt())) {
            return known.beginsAt();
        }
        Instant begins = TypedTime.moment(typed, planned ? Side.FUTURE : Side.PAST, now)
                .orElseThrow(() -> Rejection.invalid(
                        planned ? "请写明计划从什么时候开始，如“12月3日 9:00”“明天9点”。" : "“开始时间”看不懂，请写成“8:30”“今天8点半”这样，不填就是现在。"));
        if (planned && !begins.isAfter(now)) {
            throw Rejection.invalid("计划的开始时间（" + Times.minute(begins) + "）已经过去；已经开始的，请选“突发故障”。");
        }
        if (!planned && begins.isAfter(now)) {
            throw Rejection.invalid("开始时间（" + Times.minute(begins) + "）还没有到；还没有开始的，请选“计划停用”。");
        }
        if (begins.isBefore(now.minus(FARTHEST)) || begins.isAfter(now.plus(FARTHEST))) {
            throw Rejection.invalid("开始时间（" + Times.minuteAndYear(begins) + "）太远，请核对日期。");
        }
        return begins;
    }

    /** A time that was shown and not touched is not read anew, for it may have passed since. */
    private static boolean isAsItWas(String typed, @Nullable Instant known) {
        return known != null && Texts.line(typed).equals(Times.minute(known));
    }

    private @Nullable Instant expected(String typed, boolean planned, Instant begins, @Nullable Incident known) {
        if (Texts.isBlank(typed) && !planned) {
            return null;
        }
        if (known != null && known.beginsAt().equals(begins) && isAsItWas(typed, known.expectedAt())) {
            return known.expectedAt();
        }
        Instant now = clock.instant();
        Instant expected = TypedTime.moment(typed, Side.FUTURE, now)
                .orElseThrow(() -> Rejection.invalid(
                        planned ? "请写明计划到什么时候为止，如“12月3日 12:00”。" : "“预计恢复”看不懂，请写成“15:00”“明天9点”这样，还不知道的不填。"));
        if (!expected.isAfter(begins) || !expected.isAfter(now)) {
            throw Rejection.invalid("预计恢复的时间（" + Times.minute(expected) + "）要在开始以后，也不能已经过去。");
        }
        if (expected.isAfter(now.plus(FARTHEST))) {
            throw Rejection.invalid("预计恢复的时间（" + Times.minuteAndYear(expected) + "）太远，请核对日期。");
        }
        return expected;
    }

    private @Nullable String slip(String typed) {
        if (Texts.isBlank(typed)) {
            return null;
        }
        return Caller.slipNumber(typed)
                .filter(slips::exists)
                .orElseThrow(() -> Rejection.invalid("没有“" + Texts.line(typed) + "”这张维修单，请核对单号。"));
    }

    private List<Part> places(String office, String typed) {
        List<Part> found = new ArrayList<>();
        for (String one : typed.split("[、,，;；\\r\\n]")) {
            if (!Texts.isBlank(one)) {
                Part part = place(office, Texts.line(one));
                if (found.stream().noneMatch(part::isSameAs)) {
                    found.add(part);
                }
            }
        }
        if (found.isEmpty() || found.size() > MOST_PLACES) {
            throw Rejection.invalid("请写明地点，最多 " + MOST_PLACES + " 处，如“3栋、4栋1单元”；全小区的写“整个小区”。");
        }
        return found.contains(Part.WHOLE) ? List.of(Part.WHOLE) : found;
    }

    private Part place(String office, String text) {
        if (text.length() > LONGEST_PLACE) {
            throw Rejection.invalid("一处地点最多 " + LONGEST_PLACE + " 个字，几处请用“、”隔开。");
        }
        return parts.find(office, text)
                .or(() -> parts.unlisted(office, text))
                .orElseThrow(() -> Rejection.invalid(
                        "“" + text + "”不是很多人共用的地方：请写楼栋、单元或公共部位，如“3栋”“3栋电梯”“水泵房”，全小区的写“整个小区”；一户的故障请照常登记报修。"));
    }
}
