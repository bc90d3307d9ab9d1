package org.baoxiu.slip;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Texts;

/**
 * What somebody reported (S1, S2, 4.3.1.1, 4.3.1.2).
 *
 * @param receivedAt when the request truly reached the office; earlier than the opening of the slip for letters, faxes
 *                   and late entries (4.7.8); kept to the millisecond, as the record and the clocks that run from it are
 */
public record Report(
        String office,
        Channel channel,
        Area area,
        String reporterName,
        String reporterPhone,
        String place,
        String fault,
        Instant receivedAt) {

    private static final int LONGEST_FAULT = 1000;

    public Report {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The four facts without which nobody can do anything (S2), and whose channel it is. */
    Optional<String> objection(Person by) {
        if (Stream.of(reporterName, reporterPhone, place, fault).anyMatch(Texts::isBlank)) {
            return Optional.of("报修要写明报修人、联系电话、地点和故障，四项缺一不可。请补齐后重新提交。");
        }
        return channel.ofOwners() && by.colleague()
                ? Optional.of("“" + channel.label() + "”由系统自己填写，请按业主的来意选择其他报修渠道。")
                : Optional.empty();
    }

    Optional<String> objectionToLength() {
        return fault.length() > LONGEST_FAULT
                ? Optional.of("故障情况连同补充的最多 " + LONGEST_FAULT + " 个字，请缩短后重新提交；内容多的，另行登记报修。")
                : Optional.empty();
    }

    Report adding(String words) {
        return with(fault + "；业主补充：" + words, reporterPhone);
    }

    Report withTelephone(String telephone) {
        return with(fault, telephone);
    }

    private Report with(String fault, String reporterPhone) {
        return new Report(office, channel, area, reporterName, reporterPhone, place, fault, receivedAt);
    }
}
