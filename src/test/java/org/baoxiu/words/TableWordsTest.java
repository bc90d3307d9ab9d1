package org.baoxiu.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.notification.Event;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write in the cells of decision tables, and what the program reads. */
@DisplayName("规则表里的话")
@Tag("Q4")
class TableWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "escalation            | clockKind  | \"登记\"               | \"registration\"",
                "escalation            | clockKind  | \"登记\",\"到场\"       | \"registration\",\"arrival\"",
                "escalation            | clockKind  | not(\"登记\")          | not(\"registration\")",
                "escalation            | clockKind  | \"registration\"       | \"registration\"",
                "escalation            | clockKind  | \"登际\"               | \"登际\"",
                "escalation            | clockStage | \"提醒\"               | \"warning\"",
                "serviceCommitments    | commitment | \"Task_SpotCheck\"     | \"Task_SpotCheck\"",
                "serviceCommitments    | repairClass| \"未界定\"             | \"\"",
                "repairClassification  | unresolved | \"没有\",\"一天内解决\" | \"\",\"oneDay\"",
                "notification          | event      | \"任务：上门\"         | \"visitSite\"",
                "notification          | recipient  | \"公共部位报修人\"     | \"reporter\"",
                "repairFee             | area       | \"公共部位\"           | \"public\"",
                "repairFee             | rework     | true                   | true"
            })
    void aConditionIsReadInCodes(String decision, String reads, String written, String read) {
        assertThat(TableWords.conditionInCodes(decision, reads, written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "escalation            | told       | \"工程部主管\"                     | \"engineeringSupervisor\"",
                "escalation            | told       | \"工程部维修班、工程部主管\"       | \"maintenance,engineeringSupervisor\"",
                "escalation            | told       | \"工程部维修班，director\"         | \"maintenance,director\"",
                "escalation            | told       | \"电工资质组\"                     | \"skillElectrical\"",
                "escalation            | told       | \"maintenance,engineeringSupervisor\" | \"maintenance,engineeringSupervisor\"",
                "escalation            | actions    | \"改派、增派、知悉\"               | \"reassign,addPeople,acknowledge\"",
                "escalation            | actions    | \"\"                               | \"\"",
                "notification          | channels   | \"企业微信群、消息列表\"           | \"weCom,inApp\"",
                "notificationRecipients| recipients | \"指定的人\"                       | told",
                "notificationRecipients| recipients | \"可以领单的人、原来的人\"         | \"team\" + \",\" + former",
                "notificationRecipients| recipients | \"增派的人、维修人员\"             | helper + \",\" + \"technician\"",
                "notificationRecipients| recipients | told + \",director\"               | told + \",director\"",
                "notificationRecipients| recipients | told + \",主任\"                   | told + \",director\"",
                "notificationRecipients| recipients | \"可以领单的人、原来的人\" + \",主任\" | (\"team\" + \",\" + former) + \",director\"",
                "notificationRecipients| recipients | \"login:tech1、former\"            | \"login:tech1,former\"",
                "repairCatalogue       | qualification | \"水暖\"                        | \"plumbing\"",
                "repairCatalogue       | area       | \"都可以\"                         | \"both\"",
                "repairCatalogue       | itemName   | \"水暖\"                           | \"水暖\"",
                "repairFee             | payer      | \"业主承担\"                       | \"owner\"",
                "satisfactionFollowUp  | followUp   | \"再访\"                           | \"retry\""
            })
    void anAnswerIsReadInCodes(String decision, String column, String written, String read) {
        assertThat(TableWords.answerInCodes(decision, column, written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "45          | 4500",
                "45.50       | 4550",
                "45.5        | 4550",
                "0           | 0",
                "45。5       | 4550",
                "\"45.5 元\" | 4550",
                "\"1,200\"   | 120000",
                "1,200       | 120000",
                "45,00       | \"45,00\"",
                "45.505      | \"45.505\"",
                "40 + 5      | \"40 + 5\"",
                "-5          | \"-5\"",
                "4000000000  | \"4000000000\"",
                "labour      | \"labour\"",
                "40 \"5\"    | \"40 5\"",
                "\"4\\\"5\"    | \"45\""
            })
    @DisplayName("an amount in yuan is read as fen, and what is none as no number at all")
    void moneyIsReadAsFen(String written, String read) {
        assertThat(TableWords.answerInCodes("repairCatalogue", "labourPrice", written))
                .isEqualTo(read);
        assertThat(TableWords.answerInCodes("repairCatalogue", "labourPriceFen", written))
                .as("fen of a former release")
                .isEqualTo(written);
    }

    @Test
    void anAmountHasTheNameAndTypeThatTheProgramKnows() {
        assertThat(TableWords.nameInCodes("repairFee", "serviceCharge")).isEqualTo("serviceChargeFen");
        assertThat(TableWords.nameInCodes("repairFee", "serviceChargeFen")).isEqualTo("serviceChargeFen");
        assertThat(TableWords.nameInCodes("repairFee", "payer")).isEqualTo("payer");
        assertThat(TableWords.typeInCodes("repairFee", "serviceCharge", "double"))
                .isEqualTo("long");
        assertThat(TableWords.typeInCodes("repairFee", "serviceCharge", "string"))
                .isEqualTo("string");
        assertThat(TableWords.typeInCodes("repairCatalogue", "standardHours", "double"))
                .isEqualTo("double");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"已修好\"                   | \"已修好\"",
                "\"维修单 {单号} 已修好\"     | \"维修单 \" + slipNumber + \" 已修好\"",
                "\"{原来的人}给{ 接手的人 }\" | from + \"给\" + to",
                "\"维修单 {slipNumber}\"      | \"维修单 \" + slipNumber",
                "\"维修单 {单子}\"            | \"维修单 {单子}\"",
                "\"催办[：{原因}]。\"         | \"催办\" + (if reason = null or reason = \"\" then \"\" else \"：\" + reason) + \"。\"",
                "\"[不是名字]{单号}\"         | \"[不是名字]\" + slipNumber",
                "urgent + \"请领单\"          | urgent + \"请领单\"",
                "\"已修好\" + {单号}          | \"已修好\" + {单号}"
            })
    void aSentenceIsReadAsAnExpression(String written, String read) {
        assertThat(TableWords.answerInCodes("notification", "text", written)).isEqualTo(read);
    }

    @Test
    void aNameWithAQuestionMarkIsAskedAndNotSaid() {
        assertThat(TableWords.answerInCodes("notification", "text", "\"[{计划停用？}计划 {结束}|[预计 {结束} 恢复|恢复时间待定]]。\""))
                .isEqualTo("(if planned = null or planned = \"\" then (if until = null or until = \"\" then \"恢复时间待定\""
                        + " else \"预计 \" + until + \" 恢复\") else \"计划 \" + until) + \"。\"");
    }

    /** They are refused, for what stays in braces is no text. */
    @ParameterizedTest
    @ValueSource(strings = {"\"{单号？}请办理\"", "\"[{单号}请办理\"", "\"{单号}]\"", "\"[：{单子}]\"", "\"{单号\"", "\"{}\""})
    void whatMakesNoSenseKeepsItsBraces(String written) {
        assertThat(TableWords.answerInCodes("notification", "text", written)).isEqualTo(written);
    }

    /** Its closing quote would be lost, and what follows would be run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\{单号}external({java: {class: \\\"java.lang.System\\\"}})\\\"\"",
                "\"\\[：{原因}]x\"",
                "\"\\、原来的人、x\""
            })
    void aTextWithABackslashStaysAsItIs(String written) {
        assertThat(TableWords.answerInCodes("notification", "text", written)).isEqualTo(written);
        assertThat(TableWords.answerInCodes("notificationRecipients", "recipients", written))
                .isEqualTo(written);
    }

    @Test
    void behindABarStandsWhatIsSaidInstead() {
        assertThat(TableWords.answerInCodes("notification", "text", "\"[{时间} |马上]上门\""))
                .isEqualTo("(if time = null or time = \"\" then \"马上\" else time + \" \") + \"上门\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "escalation.told|maintenance,technician|工程部维修班、维修人员",
                "escalation.actions|newTime|报告新的时间",
                "repairFee.payer|publicFund|公共维修费用承担",
                "repairFee.minimumCharge|3050|30.50 元",
                "repairFee.minimumChargeFen|3050|3050",
                "notificationRecipients.recipients|team,former|可以领单的人、原来的人",
                "repairClassification.repairClass|daily|日常维修",
                "repairClassification.reason|daily|daily"
            })
    void anAnswerIsSaidInWords(String line) {
        String[] parts = line.split("\\|");
        String[] column = parts[0].split("\\.");
        assertThat(TableWords.answerSaid(column[0], column[1], parts[1])).isEqualTo(parts[2]);
    }

    @Test
    @DisplayName(
            "where only certain words make sense, others are refused; steps, people and groups of the office are not among them")
    void closed() {
        assertThat(TableWords.isClosed("escalation", "clockKind")).isTrue();
        assertThat(TableWords.isClosed("serviceCommitments", "repairClass")).isTrue();
        assertThat(TableWords.isClosed("serviceCommitments", "commitment")).isFalse();
        assertThat(TableWords.isClosed("notification", "recipient")).isFalse();
        assertThat(TableWords.isClosed("repairFee", "rework")).isFalse();
    }

    @Test
    @DisplayName("a word means one thing, though a thing may have two words, of which the first is said")
    void oneMeaning() {
        Words words = new Words().with("from", "开始").with("from", "原来的人");

        assertThat(words.word("from")).isEqualTo("开始");
        assertThat(words.code("原来的人")).isEqualTo("from");
        assertThatThrownBy(() -> words.with("to", "开始")).hasMessageContaining("from", "to");
    }

    /** The Modeler shows the one, people know the other. */
    @Test
    void theEventOfATaskHasItsName() {
        List<UserTask> tasks = Stream.of(Path.of("processes").toFile().listFiles())
                .filter(file -> file.getName().endsWith(".bpmn"))
                .flatMap(file -> Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class).stream())
                .filter(task -> Event.ofTask(task.getId()) != Event.OTHER_TASK)
                .toList();
        assertThat(tasks).hasSizeGreaterThan(30).allSatisfy(task -> assertThat(
                        Event.ofTask(task.getId()).label())
                .isEqualTo("任务：" + task.getName()));
    }
}
