package org.baoxiu.web.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.lists.SlipLine;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.web.desk.BoardLine;

/**
 * What a list says of a slip. A telephone stands in its own column only, whoever may have written one into the place or the fault.
 *
 * @param names      of the technicians, by login name
 * @param telephones whether the reader may call the owners of slips that have ended too
 * @param whole      texts in full length
 */
record ListWords(Map<String, String> names, boolean telephones, boolean whole, Instant now) {

    private static final int FAULT_LENGTH = 40;

    String of(SlipLine line, ListColumn column) {
        return switch (column) {
            case NUMBER -> line.number();
            case OFFICE -> line.office();
            case PLACE -> Telephones.hiddenIn(line.place());
            case FAULT -> fault(line);
            case ITEM -> Objects.requireNonNullElse(line.item(), "");
            case CLASS -> RepairClass.labelOf(line.repairClass()) + (line.emergency() ? "，紧急" : "");
            case STATE -> line.state().label();
            case TECHNICIAN ->
                Optional.ofNullable(line.technician())
                        .map(login -> names.getOrDefault(login, login))
                        .orElse("未派人");
            case PROMISE -> line.clock().map(BoardLine::promise).orElse("—");
            case RECEIVED -> Times.minute(line.receivedAt());
            case AGE -> TimeText.of(Duration.between(line.receivedAt(), now));
            case CALLS ->
                line.urges() + line.complaints() == 0 ? "" : "催 " + line.urges() + " 次，投诉 " + line.complaints() + " 次";
            case CLOSED -> line.closedAt() == null ? "" : Times.minute(line.closedAt());
            case REPORTER ->
                line.reporterName() + " "
                        + (telephones || line.closedAt() == null
                                ? line.reporterPhone()
                                : Telephones.masked(line.reporterPhone()));
        };
    }

    private String fault(SlipLine line) {
        String fault = Telephones.hiddenIn(line.fault());
        return whole ? fault : Excerpt.of(fault, FAULT_LENGTH);
    }
}
