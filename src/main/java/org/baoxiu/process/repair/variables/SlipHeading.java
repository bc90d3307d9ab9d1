package org.baoxiu.process.repair.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Slip;

/**
 * What the forms of a slip begin with, in Markdown: which slip it is and where, what is wrong, who waits and who is on it. Whoever
 * has a task of the slip reads it, and may see its photos. That the promise in it has passed says the form, at the moment it is read.
 */
public final class SlipHeading {

    static final String VARIABLE = "slipHeading";

    private static final int PLACE_LENGTH = 400;
    private static final int NAME_LENGTH = 100;
    private static final int NOTE_LENGTH = 500;

    private SlipHeading() {}

    static String of(Slip slip, String technicianName) {
        List<String> above = List.of(title(slip), kind(slip));
        List<String> below = new ArrayList<>();
        below.add(reporter(slip));
        if (!technicianName.isEmpty()) {
            below.add("**维修人员**　" + Markdown.plain(technicianName, NAME_LENGTH));
        }
        slip.intake()
                .remarks()
                .forEach(remark ->
                        below.add("**" + remark.label() + "**　" + Markdown.plain(remark.text(), NOTE_LENGTH)));
        String before = String.join("\n", above) + "\n**故障**　";
        String after = "　<a href=\"/slips/" + slip.number() + "/photos\" target=\"_blank\">照片</a>\n"
                + String.join("\n", below);
        // whatever else there is fits; the fault is what may be long
        int left = Values.LENGTH - before.length() - after.length();
        return before + Markdown.plain(slip.report().fault(), left) + after;
    }

    /** The first line, also of forms that say less about the slip. */
    public static String title(Slip slip) {
        return "### " + slip.number() + " · " + Markdown.plain(slip.report().place(), PLACE_LENGTH);
    }

    private static String kind(Slip slip) {
        Classification classification = slip.severity().classification();
        return Stream.of(
                        slip.report().area().label(),
                        slip.item() == null ? "" : slip.item().name(),
                        classification == null
                                ? ""
                                : "**" + classification.repairClass().label() + "**",
                        Promise.of(slip).text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String reporter(Slip slip) {
        String wanted = wanted(slip);
        return "**报修人**　" + Markdown.plain(slip.report().reporterName(), NAME_LENGTH)
                + "　" + telephone(slip.report().reporterPhone())
                + (wanted.isEmpty() ? "" : "　希望 " + wanted)
                + "　（" + Markdown.plain(slip.report().office(), NAME_LENGTH) + "，"
                + slip.report().channel().label() + "）";
    }

    /** To be dialled by a tap. */
    public static String telephone(String number) {
        return "[" + number + "](<tel:" + Telephones.dialled(number) + ">)";
    }

    static String wanted(Slip slip) {
        String note = slip.intake().wantedNote() == null
                ? ""
                : Markdown.plain(slip.intake().wantedNote(), NOTE_LENGTH);
        return slip.intake().wantedAt() == null
                ? note
                : Times.minute(slip.intake().wantedAt()) + (note.isEmpty() ? "" : "（" + note + "）");
    }
}
