package org.baoxiu.words;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.EscalationAction;
import org.baoxiu.commitment.Stage;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.fee.Payer;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Event;
import org.baoxiu.shared.Codes;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the decision tables that hold words, and what they are for the program. A column is known by its decision and what it
 * reads, or by its decision and the name of the answer.
 */
public final class TableWords {

    private static final String NOTHING = "";

    private static final Words PROMISES = Words.of(CommitmentKind.class, CommitmentKind::label);
    private static final Words CLASSES = Words.of(RepairClass.class, RepairClass::label);
    private static final Words CLASSES_OR_NONE = new Words().with(CLASSES).with(NOTHING, RepairClass.labelOf(null));
    private static final Words EVENTS = Words.of(Event.class, Event::label);
    private static final Words AREAS = Words.of(Area.class, Area::label);

    private static final Words UNRESOLVED = new Words()
            .with(Codes.of(CommitmentKind.ONE_DAY), CommitmentKind.ONE_DAY.label())
            .with(Codes.of(CommitmentKind.TWO_WEEKS), CommitmentKind.TWO_WEEKS.label())
            .with(NOTHING, "没有");

    private static final Words QUALIFICATIONS = qualifications();
    private static final Words GROUPS = groups();

    /** Whom the office tells besides its groups: see {@code Audience}. */
    private static final Words PEOPLE = new Words()
            .with(GROUPS)
            .with("technician", "维修人员")
            .with("team", "可以领单的人")
            .with("holder", "现在办这张单的人");

    /** Whoever reads: see {@code Notices}. */
    private static final Words READERS = new Words()
            .with(PEOPLE)
            .with("person", "指名的人")
            .with("owner", "业主")
            .with("reporter", "公共部位报修人")
            .with("concerned", "受公共故障影响的人");

    /** Whom only the event itself knows: the table of recipients is told them as variables. */
    private static final Words OF_THE_EVENT = new Words()
            .with("told", "指定的人")
            .with("candidates", "可以办任务的人")
            .with("former", "原来的人")
            .with("helper", "增派的人");

    private static final Style MONEY = new Money();
    private static final Style TEXT = new Sentence(TextNames.ALL);
    private static final Words NONE = new Words();

    private static final Map<String, Style> CONDITIONS = Map.ofEntries(
            entry("serviceCommitments.commitment", new OneWord(PROMISES)),
            entry("serviceCommitments.repairClass", new OneWord(CLASSES_OR_NONE)),
            entry("escalation.clockKind", new OneWord(PROMISES)),
            entry("escalation.clockStage", new OneWord(Words.of(Stage.class, Stage::label))),
            entry("notification.event", new OneWord(EVENTS)),
            entry("notification.recipient", new OneWord(READERS)),
            entry("notificationRecipients.event", new OneWord(EVENTS)),
            entry("repairClassification.unresolved", new OneWord(UNRESOLVED)),
            entry("repairFee.area", new OneWord(AREAS)));

    private static final Map<String, Style> ANSWERS = Map.ofEntries(
            entry("escalation.told", new ListOfWords(PEOPLE, NONE)),
            entry(
                    "escalation.actions",
                    new ListOfWords(Words.of(EscalationAction.class, EscalationAction::label), NONE)),
            entry("notification.channels", new ListOfWords(Words.of(ChannelKind.class, ChannelKind::label), NONE)),
            entry("notification.subject", TEXT),
            entry("notification.text", TEXT),
            entry("notificationRecipients.recipients", new ListOfWords(PEOPLE, OF_THE_EVENT)),
            entry("repairCatalogue.qualification", new OneWord(QUALIFICATIONS)),
            entry("repairCatalogue.area", new OneWord(new Words().with(AREAS).with("both", "都可以"))),
            entry("repairCatalogue.labourPrice", MONEY),
            entry("repairClassification.repairClass", new OneWord(CLASSES)),
            entry("repairClassification.responsibleRole", new OneWord(GROUPS)),
            entry("repairFee.payer", new OneWord(Words.of(Payer.class, Payer::label))),
            entry("repairFee.serviceCharge", MONEY),
            entry("repairFee.minimumCharge", MONEY),
            entry("satisfactionFollowUp.followUp", new OneWord(Words.of(FollowUp.class, FollowUp::label))));

    private static final Set<String> OPEN = Set.of("commitment", "recipient");

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");

    private TableWords() {}

    private static Words qualifications() {
        Words all = new Words();
        Arrays.stream(Qualification.values()).forEach(one -> all.with(one.code(), one.label()));
        return all;
    }

    private static Words groups() {
        Words all = new Words();
        Arrays.stream(OfficeGroup.values()).forEach(group -> all.with(group.id(), group.label()));
        Arrays.stream(Qualification.values())
                .filter(one -> !all.isCode(one.group()))
                .forEach(one -> all.with(one.group(), one.label() + "资质组"));
        return all.with("camunda-admin", "系统管理员");
    }

    private static @Nullable Style condition(String decision, String reads) {
        return CONDITIONS.get(decision + "." + reads);
    }

    private static @Nullable Style answer(String decision, String column) {
        return ANSWERS.get(decision + "." + column);
    }

    /** Whether only certain words make sense in a condition: steps that somebody has added have promises, people and groups are readers. */
    public static boolean isClosed(String decision, String reads) {
        return condition(decision, reads) != null && !OPEN.contains(reads);
    }

    /** A cell of a condition as the program reads it. */
    public static String conditionInCodes(String decision, String reads, String cell) {
        Style style = condition(decision, reads);
        return style == null ? cell : style.inCodes(cell);
    }

    /** A cell of an answer as the program reads it. */
    public static String answerInCodes(String decision, String column, String cell) {
        Style style = answer(decision, column);
        return style == null ? cell : style.inCodes(cell);
    }

    /** The name by which the program knows an answer: amounts in yuan are read as fen. */
    public static String nameInCodes(String decision, String column) {
        return isInYuan(decision, column) ? column + "Fen" : column;
    }

    /** The type of what the program reads. */
    public static String typeInCodes(String decision, String column, String type) {
        return isInYuan(decision, column) && NUMBERS.contains(type) ? "long" : type;
    }

    public static boolean isInYuan(String decision, String column) {
        return answer(decision, column) == MONEY;
    }

    /** What was asked, as people say it. */
    public static String conditionSaid(String decision, String reads, String value) {
        Style style = condition(decision, reads);
        return style == null ? value : style.said(value);
    }

    /** What was answered, as people say it. */
    public static String answerSaid(String decision, String column, String value) {
        Style style = answer(decision, column);
        return style == null ? value : style.said(value);
    }

    /** What a name in the texts of messages is called. */
    public static String nameInTexts(String variable) {
        return TextNames.ALL.word(variable);
    }
}
