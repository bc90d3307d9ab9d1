package org.baoxiu.process.repair.variables;

import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Component;

/** The history of a slip as its forms show it: with the names of people, where the record has their login names. */
@Component
class Trail {

    /** What a form still shows well, below the 4,000 characters that a string variable holds. */
    private static final int LENGTH = 3_500;

    private static final int NAME_LENGTH = 20;

    private final Slips slips;
    private final Names names;

    Trail(Slips slips, Names names) {
        this.slips = slips;
        this.names = names;
    }

    String of(String slipNumber) {
        List<HistoryEntry> lines = newest(slipNumber);
        Map<String, String> called = names.of(lines.stream()
                .filter(line -> !bySystem(line))
                .map(HistoryEntry::person)
                .distinct()
                .toList());
        return lines.stream()
                .map(line -> what(line)
                        + (bySystem(line)
                                ? ""
                                : "（" + Markdown.plain(called.getOrDefault(line.person(), line.person()), NAME_LENGTH)
                                        + "）")
                        + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Whether a text is the present trail, whatever its people were called and which year it was when it was written: who gets another name or
     * leaves while a task is open must not make that task impossible to complete.
     */
    boolean isTrail(String slipNumber, Object text) {
        String pattern = newest(slipNumber).stream()
                .map(line -> Pattern.quote(bare(what(line))) + (bySystem(line) ? "" : "（[^\n]+）") + "\n")
                .collect(Collectors.joining());
        return text instanceof String trail && bare(trail).matches(pattern);
    }

    /** A task that an earlier release opened has a trail that escapes less, and one of another year says other years. */
    private static String bare(String markdown) {
        return Times.withoutYears(markdown).replace("\\", "");
    }

    /** The newest lines that fit, oldest of them first; which they are does not depend on the names. */
    private List<HistoryEntry> newest(String slipNumber) {
        LinkedList<HistoryEntry> fitting = new LinkedList<>();
        List<HistoryEntry> history = slips.history(slipNumber);
        int length = 0;
        for (int i = history.size() - 1; i >= 0; i--) {
            length += what(history.get(i)).length() + NAME_LENGTH + "（）\n".length();
            if (length > LENGTH) {
                break;
            }
            fitting.addFirst(history.get(i));
        }
        return fitting;
    }

    private static String what(HistoryEntry line) {
        return "- " + Times.minute(line.occurredAt()) + "　" + Markdown.plain(line.text(), 1_000);
    }

    private static boolean bySystem(HistoryEntry line) {
        return line.person().equals(Person.SYSTEM);
    }
}
