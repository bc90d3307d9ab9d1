package org.baoxiu.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.engine.TransformsWords;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The decision tables answer as the procedure says, at their limits too. Evaluated by the decision engine alone, with the
 * types of the process's variables. The last group fails for every rule of every table that no test here has reached.
 */
@DisplayName("决策表")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class DecisionTablesTest {

    private static final Path MODELS = Path.of("processes");
    static final Set<String> MATCHED = new HashSet<>();
    static final DmnEngine ENGINE = engine();
    static final Map<String, DmnDecision> DECISIONS = decisions();

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setTransformer(new TransformsWords());
        DmnDecisionTableEvaluationListener listener = evaluation -> evaluation
                .getMatchingRules()
                .forEach(rule -> MATCHED.add(evaluation.getDecision().getKey() + " " + rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }

    static List<String> rules(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream()
                .flatMap(decision -> decision.getChildElementsByType(DecisionTable.class).stream()
                        .flatMap(table -> table.getRules().stream().map(rule -> decision.getId() + " " + rule.getId())))
                .toList();
    }

    private static Map<String, DmnDecision> decisions() {
        Map<String, DmnDecision> decisions = new HashMap<>();
        for (Path file : files()) {
            try (InputStream content = Files.newInputStream(file)) {
                ENGINE.parseDecisions(content).forEach(decision -> decisions.put(decision.getKey(), decision));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return decisions;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DmnDecisionResultEntries decide(String decision, Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ENGINE.evaluateDecision(DECISIONS.get(decision), variables).getSingleResult();
    }

    @Nested
    @DisplayName("维修界定")
    class Classification {

        @Test
        @Tag("4.2.1.2")
        @Tag("4.4.1")
        void lossOrInjuryForWhichTheOfficeIsResponsibleIsAnAccidentWhateverElseIsTrue() {
            is(classified(true, 0, true, 0.5), "accident", "customerServiceLead", "4.2.1.2");
            is(classified(true, 3, false, 8), "accident", "customerServiceLead", "4.2.1.2");
        }

        @Test
        @Tag("4.2.1.1")
        @Tag("4.4.1")
        void theThirdUrgeOrComplaintMakesAnAccident() {
            is(classified(false, 3, true, 0.5), "accident", "customerServiceLead", "4.2.1.1");
            is(classified(false, 7, false, 8), "accident", "customerServiceLead", "4.2.1.1");
            is(classified(false, 2, true, 0.5), "daily", "customerService", "4.2.3");
        }

        @Test
        @Tag("4.2.1.1")
        @Tag("found:C1")
        void whatIsSaidAgainCountsAfterAMissedPromiseAndOnceAnHour() {
            assertThat(counted(false, null)).isEqualTo("承诺的时限还没有过");
            assertThat(counted(false, 600L)).isEqualTo("承诺的时限还没有过");
            assertThat(counted(true, 0L)).isEqualTo("一小时内已经计过一次");
            assertThat(counted(true, 59L)).isEqualTo("一小时内已经计过一次");
            assertThat(counted(true, 60L)).isEmpty();
            assertThat(counted(true, null)).isEmpty();
        }

        private String counted(boolean missed, Long minutes) {
            DmnDecisionResultEntries answer =
                    decide("repeatCounting", "promiseMissed", missed, "minutesSinceCounted", minutes);
            assertThat(answer.<Boolean>getEntry("counts"))
                    .isEqualTo(answer.getEntry("why").equals(""));
            return answer.getEntry("why");
        }

        @Test
        @Tag("4.2.2")
        @Tag("4.2.1.3")
        void whatStaysUnsolvedForADayIsImportantAndForTwoWeeksAnAccident() {
            is(
                    decide(
                            "repairClassification",
                            "lossOrInjury",
                            false,
                            "repeatCount",
                            0,
                            "inPriceList",
                            true,
                            "estimatedHours",
                            0.5,
                            "unresolved",
                            "oneDay"),
                    "important",
                    "customerServiceLead",
                    "4.2.2");
            is(
                    decide(
                            "repairClassification",
                            "lossOrInjury",
                            false,
                            "repeatCount",
                            0,
                            "inPriceList",
                            true,
                            "estimatedHours",
                            0.5,
                            "unresolved",
                            "twoWeeks"),
                    "accident",
                    "customerServiceLead",
                    "4.2.1.3");
        }

        @Test
        @Tag("4.2.3")
        @Tag("4.4.2")
        void whatThePriceListDoesNotNameIsImportant() {
            is(classified(false, 0, false, 0.5), "important", "customerServiceLead", "4.2.3");
        }

        @Test
        @Tag("4.2.3")
        @Tag("4.4.2")
        void moreThanHalfADayOfWorkIsImportant() {
            is(classified(false, 0, true, 4.01), "important", "customerServiceLead", "4.2.3");
        }

        @Test
        @Tag("4.2.3")
        @Tag("4.4.3")
        void aListedItemOfUpToHalfADayIsDaily() {
            is(classified(false, 0, true, 0.5), "daily", "customerService", "4.2.3");
            is(classified(false, 0, true, 4), "daily", "customerService", "4.2.3");
        }

        @ParameterizedTest
        @CsvSource({"true,0,true,1", "false,3,true,1", "false,0,false,1", "false,0,true,5", "false,0,true,1"})
        @Tag("4.2")
        @Tag("4.4")
        void everyClassHasAResponsibleRoleAndAReasonForPeople(
                boolean lossOrInjury, int repeats, boolean inPriceList, double hours) {
            DmnDecisionResultEntries answer = classified(lossOrInjury, repeats, inPriceList, hours);

            assertThat(answer.<String>getEntry("responsibleRole")).isIn("customerService", "customerServiceLead");
            assertThat(answer.<String>getEntry("reason")).isNotBlank();
        }

        private static DmnDecisionResultEntries classified(
                boolean lossOrInjury, int repeats, boolean inPriceList, double hours) {
            return decide(
                    "repairClassification",
                    "lossOrInjury",
                    lossOrInjury,
                    "repeatCount",
                    repeats,
                    "inPriceList",
                    inPriceList,
                    "estimatedHours",
                    hours,
                    "unresolved",
                    "");
        }

        private static void is(DmnDecisionResultEntries answer, String repairClass, String role, String clause) {
            assertThat(answer.<String>getEntry("repairClass")).isEqualTo(repairClass);
            assertThat(answer.<String>getEntry("responsibleRole")).isEqualTo(role);
            assertThat(answer.<String>getEntry("clause")).isEqualTo(clause);
        }
    }

    @Nested
    @DisplayName("维修收费")
    class Fee {

        @Test
        @Tag("4.5.2")
        @Tag("3.5")
        @Tag("4.3.4.4")
        void anOwnerPaysARepairInsideTheUnitWithServiceAndMinimumCharge() {
            is(payerOf("inside", false, false, false), "owner", 100, 1000, 3000);
        }

        @Test
        @Tag("4.5.1")
        void aRepairOfThePublicAreaIsNotCharged() {
            is(payerOf("public", false, false, false), "publicFund", 0, 0, 0);
        }

        @Test
        @Tag("4.3.4.4")
        void aRepairUnderWarrantyIsNotCharged() {
            is(payerOf("inside", false, false, true), "warranty", 0, 0, 0);
        }

        @Test
        @Tag("4.2.1.2")
        void whatTheOfficeCausedTheOfficePays() {
            is(payerOf("inside", false, true, true), "office", 0, 0, 0);
            is(payerOf("public", false, true, false), "office", 0, 0, 0);
        }

        @Test
        @Tag("5.4")
        void aReworkIsNotChargedAgain() {
            is(payerOf("inside", true, false, false), "office", 0, 0, 0);
            is(payerOf("public", true, true, true), "office", 0, 0, 0);
        }

        private static DmnDecisionResultEntries payerOf(
                String area, boolean rework, boolean officeFault, boolean underWarranty) {
            return decide(
                    "repairFee",
                    "area",
                    area,
                    "rework",
                    rework,
                    "officeFault",
                    officeFault,
                    "underWarranty",
                    underWarranty);
        }

        private static void is(
                DmnDecisionResultEntries answer,
                String payer,
                long ownerShare,
                long serviceChargeFen,
                long minimumFen) {
            assertThat(answer.<String>getEntry("payer")).isEqualTo(payer);
            assertThat(answer.<Long>getEntry("ownerSharePercent")).isEqualTo(ownerShare);
            assertThat(answer.<Long>getEntry("serviceChargeFen")).isEqualTo(serviceChargeFen);
            assertThat(answer.<Long>getEntry("minimumChargeFen")).isEqualTo(minimumFen);
            assertThat(answer.<String>getEntry("reason")).isNotBlank();
        }
    }

    @Nested
    @DisplayName("满意度跟进")
    class FollowUp {

        @Test
        @Tag("4.3.6")
        void anOwnerWhoWasNotReachedIsCalledAgainAfterFourHours() {
            is(afterCall(false, 1, false, 0, false), "retry", 4);
            is(afterCall(false, 2, true, 0, false), "retry", 4);
        }

        @Test
        @Tag("4.3.6")
        void theThirdVainCallIsTheLast() {
            is(afterCall(false, 3, false, 0, false), "close", 0);
            is(afterCall(false, 4, true, 0, false), "close", 0);
        }

        @Test
        @Tag("S6")
        @Tag("S7")
        void notFixedIsReworkHoweverPleasedTheOwnerIs() {
            is(afterCall(true, 1, false, 5, false), "rework", 0);
            is(afterCall(true, 3, false, 1, true), "rework", 0);
        }

        @Test
        @Tag("4.1")
        void aComplaintAboutConductIsFollowedUpWhateverTheScore() {
            is(afterCall(true, 1, true, 5, true), "improve", 0);
        }

        @Test
        @Tag("Q6")
        @Tag("S7")
        void aScoreOfTwoOrLessIsFollowedUp() {
            is(afterCall(true, 1, true, 1, false), "improve", 0);
            is(afterCall(true, 1, true, 2, false), "improve", 0);
        }

        @Test
        @Tag("Q6")
        @Tag("S7")
        void aScoreOfThreeOrMoreCloses() {
            is(afterCall(true, 1, true, 3, false), "close", 0);
            is(afterCall(true, 2, true, 5, false), "close", 0);
        }

        private static DmnDecisionResultEntries afterCall(
                boolean reached, int attempts, boolean fixed, int score, boolean complaint) {
            return decide(
                    "satisfactionFollowUp",
                    "ownerReached",
                    reached,
                    "callBackAttempts",
                    attempts,
                    "fixed",
                    fixed,
                    "satisfactionScore",
                    score,
                    "conductComplaint",
                    complaint);
        }

        private static void is(DmnDecisionResultEntries answer, String followUp, long retryAfterHours) {
            assertThat(answer.<String>getEntry("followUp")).isEqualTo(followUp);
            assertThat(answer.<Long>getEntry("retryAfterHours")).isEqualTo(retryAfterHours);
            assertThat(answer.<String>getEntry("reason")).isNotBlank();
        }
    }

    @Nested
    @DisplayName("维修项目")
    class Catalogue {

        private static final Path TABLE = MODELS.resolve("repair-catalogue.dmn");

        static List<String> codes() {
            return Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class).stream()
                    .map(rule -> rule.getInputEntries()
                            .iterator()
                            .next()
                            .getTextContent()
                            .strip()
                            .replace("\"", ""))
                    .toList();
        }

        @Test
        @Tag("4.2.3")
        void namesTheCommonRepairsOfAResidentialCommunityOnceEach() {
            assertThat(codes())
                    .hasSizeGreaterThanOrEqualTo(60)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.matches("[A-Z]+-\\d\\d"));
        }

        @ParameterizedTest
        @MethodSource("codes")
        @Tag("4.2.3")
        @Tag("4.3.3")
        @Tag("Q3")
        void everyItemHasWhatDispatchAndFeesNeed(String code) {
            DmnDecisionResultEntries item = decide("repairCatalogue", "itemCode", code);

            assertThat(item.<String>getEntry("itemName")).isNotBlank();
            assertThat(item.<String>getEntry("category")).isNotBlank();
            assertThat(item.<String>getEntry("tools")).isNotBlank();
            assertThat(item.<String>getEntry("materials")).isNotNull();
            assertThat(item.<Boolean>getEntry("emergencyByNature")).isNotNull();
            assertThat(Qualification.of(item.getEntry("qualification")).code())
                    .isEqualTo(item.<String>getEntry("qualification"));
            assertThat(item.<Double>getEntry("standardHours")).isBetween(0.1, 240.0);
            assertThat(item.<Long>getEntry("labourPriceFen")).isBetween(0L, 100_000_00L);
            if (!item.<Boolean>getEntry("inPriceList")) {
                assertThat(item.<Long>getEntry("labourPriceFen"))
                        .as("is quoted on site")
                        .isZero();
            }
        }

        @Test
        @Tag("4.2.3")
        void whatThePriceListNamesTakesHalfADayAtMost() {
            assertThat(codes())
                    .filteredOn(code -> this.<Boolean>of(code, "inPriceList"))
                    .allSatisfy(code ->
                            assertThat(this.<Double>of(code, "standardHours")).isLessThanOrEqualTo(4));
        }

        @ParameterizedTest
        @CsvSource({
            "GA-01,true",
            "GA-02,true",
            "GA-03,false",
            "GA-04,true",
            "LI-01,true",
            "LI-03,true",
            "FS-01,false",
            "FS-02,true",
            "FS-06,true",
            "PL-09,false",
            "EL-06,false"
        })
        @Tag("Q3")
        void whatNeedsALicenceOnlyAContractorMayDo(String code, boolean contractorOnly) {
            assertThat(this.<Boolean>of(code, "contractorOnly")).isEqualTo(contractorOnly);
            assertThat(!contractorOnly
                            || List.of("gas", "lift", "fireSafety").contains(this.<String>of(code, "qualification")))
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({"GA-01,燃气异味", "LI-01,困人", "PL-09,爆裂", "EL-06,打火"})
        @Tag("4.6.2")
        void dangerIsAnEmergencyByNature(String code, String name) {
            assertThat(this.<String>of(code, "itemName")).contains(name);
            assertThat(this.<Boolean>of(code, "emergencyByNature")).isTrue();
        }

        @Test
        @Tag("4.2.3")
        void whatHasNoItemIsAnUnlistedOneForTheWholeTeam() {
            assertThat(this.<Boolean>of("OTHER-01", "inPriceList")).isFalse();
            assertThat(this.<String>of("OTHER-01", "qualification")).isEqualTo(Qualification.GENERAL.code());
        }

        @Test
        @Tag("4.2.3")
        void anUnknownItemHasNoAnswer() {
            assertThat(ENGINE.evaluateDecision(DECISIONS.get("repairCatalogue"), Map.of("itemCode", "XX-99")))
                    .isEmpty();
        }

        private <T> T of(String code, String output) {
            return decide("repairCatalogue", "itemCode", code).getEntry(output);
        }
    }

    @Nested
    @DisplayName("时限承诺")
    class ServiceCommitments {

        @ParameterizedTest
        @Tag("4.6.1a")
        @Tag("4.6.1b")
        @Tag("4.6.2")
        @Tag("4.6.3")
        @Tag("4.6.4")
        @Tag("5.1")
        @Tag("5.2")
        @Tag("5.3a")
        @Tag("5.3b")
        @Tag("Q1")
        @Tag("4.2.2")
        @Tag("4.2.1.3")
        @Tag("4.3.7")
        @Tag("4.5.1")
        @CsvSource({
            "registration, daily, false, 3 分钟, '', '', true, 4.6.1a",
            "notification, daily, false, 3 分钟, '', '', true, 4.6.1b",
            "arrival, daily, false, 15 分钟, 5 分钟, '', true, 4.6.2",
            "arrival, important, true, 5 分钟, 1 分 40 秒, '', false, 4.6.2",
            "repair, daily, false, 30 分钟, '', '', true, 5.1",
            "importantRepair, important, false, 2 天, 4 小时, '', false, 5.2",
            "resultReport, daily, false, 10 分钟, '', '', true, 4.6.3",
            "deferralCall, daily, false, 30 分钟, '', '', true, 4.6.4",
            "promisedTime, daily, false, 30 分钟, '', '', false, 4.6.4",
            "contractorArrival, daily, true, 0 分钟, '', '', false, Q3",
            "firstAnswer, '', false, 1 天, '', '', false, Q1",
            "oneDay, daily, false, 1 天, '', '', false, 4.2.2",
            "twoWeeks, daily, false, 14 天, '', '', false, 4.2.1.3",
            "accidentAnswer, accident, false, 2 天, '', 1 天, false, 5.3a",
            "accidentSolution, accident, false, 10 天, '', 1 天, false, 5.3b",
            "verification, daily, false, 每月 25 日, '', '', false, 4.5.1",
            "monthHandOver, '', false, 1 天, 8 小时, 1 天, false, 4.3.7"
        })
        void everyPromiseHasTheLimitOfItsClause(
                String commitment,
                String repairClass,
                boolean emergency,
                String limit,
                String warning,
                String again,
                boolean serviceHours,
                String clause) {
            DmnDecisionResultEntries answer = decide(
                    "serviceCommitments", "commitment", commitment, "repairClass", repairClass, "emergency", emergency);
            assertThat(answer.<String>getEntry("limit")).isEqualTo(limit);
            assertThat(answer.<String>getEntry("warning")).isEqualTo(warning);
            assertThat(answer.<String>getEntry("again")).isEqualTo(again);
            assertThat(answer.<Boolean>getEntry("serviceHours")).isEqualTo(serviceHours);
            assertThat(answer.<String>getEntry("clause")).isEqualTo(clause);
        }

        @Test
        @Tag("4.6.2")
        void whatIsPromisedInDaysOrUrgentRunsAroundTheClock() {
            for (String commitment :
                    List.of("importantRepair", "firstAnswer", "oneDay", "twoWeeks", "accidentAnswer")) {
                assertThat(decide("serviceCommitments", "commitment", commitment, "repairClass", "", "emergency", false)
                                .<Boolean>getEntry("serviceHours"))
                        .as(commitment)
                        .isFalse();
            }
            assertThat(decide("serviceCommitments", "commitment", "arrival", "repairClass", "daily", "emergency", true)
                            .<Boolean>getEntry("serviceHours"))
                    .isFalse();
        }

        @Test
        @Tag("5.1")
        void onlyADailyRepairIsPromisedInHalfAnHour() {
            assertThat(ENGINE.evaluateDecision(
                            DECISIONS.get("serviceCommitments"),
                            Map.of("commitment", "repair", "repairClass", "important", "emergency", false)))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("升级")
    class Escalation {

        @ParameterizedTest
        @Tag("4.6.1a")
        @Tag("4.6.1b")
        @Tag("4.6.2")
        @Tag("4.6.3")
        @Tag("4.6.4")
        @Tag("5.1")
        @Tag("5.2")
        @Tag("5.3a")
        @Tag("5.3b")
        @Tag("Q1")
        @Tag("3.3")
        @Tag("4.3.7")
        @Tag("4.5.1")
        @Tag("3.4")
        @CsvSource({
            "registration, missed, customerServiceLead, true, 'takeOver,acknowledge'",
            "notification, missed, customerServiceLead, true, acknowledge",
            "arrival, warning, 'maintenance,engineeringSupervisor', false, ''",
            "arrival, missed, engineeringSupervisor, true, 'reassign,addPeople,acknowledge'",
            "repair, missed, technician, true, newTime",
            "importantRepair, warning, 'customerServiceLead,director', false, ''",
            "importantRepair, missed, director, true, 'approve,addPeople'",
            "resultReport, missed, engineeringSupervisor, true, acknowledge",
            "deferralCall, missed, customerServiceLead, true, 'takeOver,acknowledge'",
            "promisedTime, missed, customerServiceLead, true, 'newTime,acknowledge'",
            "contractorArrival, missed, 'engineeringSupervisor,customerService,customerServiceLead', false, ''",
            "firstAnswer, missed, director, true, 'acknowledge,addPeople'",
            "accidentAnswer, missed, director, true, acknowledge",
            "accidentAnswer, again, director, false, ''",
            "accidentSolution, missed, director, true, 'acknowledge,addPeople'",
            "accidentSolution, again, director, false, ''",
            "verification, warning, 'maintenance,engineeringSupervisor,customerService,customerServiceLead', false, ''",
            "verification, missed, customerServiceLead, true, 'takeOver,acknowledge'",
            "monthHandOver, warning, 'customerService,customerServiceLead', false, ''",
            "monthHandOver, missed, 'customerServiceLead,director', false, ''",
            "monthHandOver, again, director, false, ''",
            "addedStep, missed, 'customerServiceLead,engineeringSupervisor', false, ''",
            "addedStep, again, 'customerServiceLead,engineeringSupervisor', false, ''"
        })
        void theRightPeopleAreToldAndMayDoWhatHelps(
                String kind, String stage, String told, boolean task, String actions) {
            DmnDecisionResultEntries answer = decide("escalation", "clockKind", kind, "clockStage", stage);
            assertThat(answer.<String>getEntry("told")).isEqualTo(told);
            assertThat(answer.<Boolean>getEntry("task")).isEqualTo(task);
            assertThat(answer.<String>getEntry("actions")).isEqualTo(actions);
        }
    }

    @Nested
    @Order(Integer.MAX_VALUE)
    @DisplayName("每条规则都有测试")
    class EveryRule {

        @Test
        void ofEveryTableIsReachedByATestOfThisClass() {
            assertThat(files())
                    .filteredOn(file -> !file.endsWith(NotificationTablesTest.FILE))
                    .flatExtracting(DecisionTablesTest::rules)
                    .isNotEmpty()
                    .filteredOn(rule -> !MATCHED.contains(rule))
                    .as("rules without a test")
                    .isEmpty();
        }
    }
}
