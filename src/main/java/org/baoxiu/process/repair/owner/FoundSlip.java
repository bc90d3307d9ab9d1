package org.baoxiu.process.repair.owner;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.baoxiu.owner.OwnerView;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.repair.owner.OwnerContactProcess.ContactKind;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Markdown;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/**
 * A slip of the caller as the form shows it.
 *
 * @param code  its number
 * @param label by which the clerk tells it from others
 * @param say   what can be told the owner: state, who, when, the next promise; Markdown
 * @param kinds what may be done for it, separated by commas
 */
record FoundSlip(String code, String label, String say, String kinds) {

    private static final int LONGEST_FAULT = 30;

    static FoundSlip of(OwnerView view) {
        Slip slip = view.slip();
        return new FoundSlip(
                slip.number(),
                slip.report().place() + " · " + slip.report().reporterName() + " · "
                        + Excerpt.of(slip.report().fault().replaceAll("\\s+", " "), LONGEST_FAULT) + " · "
                        + view.state() + "（" + slip.number() + "）",
                say(view),
                Arrays.stream(ContactKind.values())
                        .filter(kind -> kind.aboutSlip() && isTaken(kind, slip))
                        .map(Field::code)
                        .collect(Collectors.joining(",")));
    }

    /** Nothing is offered that the slip would refuse. */
    static boolean isTaken(ContactKind kind, Slip slip) {
        return switch (kind) {
            case ENQUIRE, CORRECT_PHONE -> !slip.state().ended();
            case URGE -> slip.offers(OwnersStep.URGE);
            case COMPLAIN -> slip.offers(OwnersStep.COMPLAIN);
            case RESCHEDULE -> slip.offers(OwnersStep.RESCHEDULE);
            case ADD -> slip.state().mayBeAddedTo();
            case CANCEL -> slip.offers(OwnersStep.CANCEL);
            case SEARCH, NOTHING -> true;
        };
    }

    private static String say(OwnerView view) {
        return line("现在", view.state())
                + line("并入维修单", view.slip().ties().joinedTo())
                + line("故障", view.slip().report().fault())
                + line("维修人员", view.technician())
                + line("下一步", view.promise())
                + line("预计完成", view.completion())
                + line("费用", view.cost());
    }

    private static String line(String what, @Nullable String text) {
        return text == null ? "" : "- **" + what + "**　" + Markdown.plain(text, 300) + "\n";
    }
}
