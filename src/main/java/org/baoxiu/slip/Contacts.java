package org.baoxiu.slip;

import java.time.Clock;
import org.baoxiu.shared.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an owner says about a slip at any time and what the office says to it, each with its line in the history (4.1, 4.2.1, 4.3.1, Q1). */
@Service
@Transactional
public class Contacts {

    private final Slips slips;
    private final Clock clock;

    Contacts(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    public void recordUrge(String number, String words, boolean lossOrInjury, Counting counting, Person by) {
        slips.change(
                number,
                by,
                0,
                "4.2.1.1",
                "业主催办：" + words + loss(lossOrInjury) + counting.text(),
                slip -> slip.contacting().urged(lossOrInjury, counting.counts(), counting.at()));
    }

    public void recordComplaint(String number, String words, boolean lossOrInjury, Counting counting, Person by) {
        slips.change(
                number, by, 0, "4.1", "业主投诉：" + words + loss(lossOrInjury) + counting.text(), slip -> slip.contacting()
                        .complained(words, lossOrInjury, counting.counts(), counting.at()));
    }

    private static String loss(boolean lossOrInjury) {
        return lossOrInjury ? "（管理处有责任的重大损失或人员受伤）" : "";
    }

    public void recordComplaintAnswer(String number, String answer, Person by) {
        slips.change(number, by, 0, "4.1", "投诉答复：" + answer, slip -> slip.contacting()
                .answered(clock.instant()));
    }

    /** Somebody who asked how it stands has been told (Q1). */
    public void recordEnquiry(String number, @Nullable String wordsOrNull, Person by) {
        slips.change(
                number,
                by,
                0,
                "Q1",
                "业主来电问进度，已答复" + (wordsOrNull == null ? "" : "：" + wordsOrNull),
                slip -> slip.contacting().enquired(clock.instant()));
    }

    public void addToFault(String number, String words, Person by) {
        slips.change(number, by, 0, "4.3.1.2", "业主补充：" + words, slip -> slip.contacting()
                .addToFault(words));
    }

    /** The history does not repeat the number: it is on the slip. */
    public void correctTelephone(String number, String telephone, Person by) {
        slips.change(
                number, by, 0, "4.3.1.1", "更正联系电话", slip -> slip.contacting().correctTelephone(telephone));
    }
}
