package org.baoxiu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.evidence.Evidence.Found;
import org.baoxiu.evidence.Manipulations.Done;
import org.baoxiu.privacy.PersonalData;
import org.baoxiu.privacy.PersonalData.Asked;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever is done behind the application is found and named, and nothing else is. Another story, or a longer one, with
 * {@code -Dbaoxiu.evidence.seed=7 -Dbaoxiu.evidence.slips=1000}.
 */
@ProcedureTest
@DisplayName("绕过系统改的，都能查出来，说得出是哪张单、哪条记录")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class EvidenceTest {

    private static final int SLIPS = Integer.getInteger("baoxiu.evidence.slips", 60);
    private static final int MANIPULATIONS = 200;
    private static final long SEED = Long.getLong("baoxiu.evidence.seed", System.nanoTime());
    /** One in so many is repaired, paid and called back, and another one is at work. */
    private static final int THOROUGH = 12;

    private static final String TELEPHONE = "13922227777";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Verification verification;

    @Autowired
    private Seals seals;

    @Autowired
    private Chains chains;

    @Autowired
    private EvidenceKeys keys;

    @Autowired
    private PersonalData data;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    private final List<String> slips = new ArrayList<>();
    private final Random random = new Random(SEED);
    private Manipulations manipulations;

    @BeforeAll
    void theOfficeWorks() {
        office.timeIs("2026-05-11T09:00:00+08:00");
        manipulations = new Manipulations(database, slips, random);
        for (int i = 0; i < SLIPS; i++) {
            switch (i % THOROUGH) {
                case 0 -> slips.add(paid(leakingTap()).number());
                case 1 -> slips.add(deferred().number());
                default -> reported();
            }
        }
        seals.make();
    }

    /** It has been kept as it was before the owner urged. */
    private void reported() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        manipulations.keepOldCopy(repair.number());
        office.takesCall("clerk1", call(repair.number(), "urge"));
        slips.add(repair.number());
    }

    private RepairCase working(Map<String, Object> report) {
        return office.reports("clerk1", report)
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    private RepairCase deferred() {
        RepairCase repair = working(leakingTap());
        office.timePasses(Duration.ofMinutes(40));
        return repair.dueTimersFire();
    }

    private RepairCase paid(Map<String, Object> report) {
        RepairCase repair = working(report)
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reportedResult())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        repair.isClosed();
        BigDecimal owed = database.queryForObject(
                "select sum(amount) from fee_entry where slip_number = ?", BigDecimal.class, repair.number());
        office.starts(
                "clerk1",
                FeeCollectionProcess.KEY,
                fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "payment",
                        "amountYuan",
                        owed.doubleValue(),
                        "paymentWay",
                        "cash"));
        return repair;
    }

    private static Map<String, Object> reportedResult() {
        return org.baoxiu.testing.Answers.reported();
    }

    @AfterAll
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    private List<String> findings(String slip) {
        return verification.of(slip).stream().map(Finding::text).toList();
    }

    @Test
    void whatTheOfficeDoesIsAsItWasWritten() {
        assertThat(slips).hasSize(SLIPS).allSatisfy(slip -> assertThat(findings(slip))
                .isEmpty());
        for (Recorded kind : List.of(
                Recorded.SLIP,
                Recorded.HISTORY,
                Recorded.PROMISE,
                Recorded.QUOTE,
                Recorded.BILL,
                Recorded.PAYMENT,
                Recorded.CALL_BACK)) {
            assertThat(database.queryForObject(
                            "select count(*) from evidence_line where record = ?", Integer.class, kind.name()))
                    .as(kind.name())
                    .isPositive();
        }
    }

    @Test
    void everyManipulationIsFoundAndNamed() {
        Set<String> kinds = new TreeSet<>();
        int refused = 0;
        for (int done = 0; done < MANIPULATIONS; ) {
            if (behind(kinds)) {
                done++;
            } else {
                refused++;
            }
            assertThat(refused).as("what the database does not let happen").isLessThan(20 * MANIPULATIONS);
        }
        System.out.println("evidence: seed " + SEED + ", " + MANIPULATIONS + " manipulations of " + SLIPS + " slips: "
                + kinds.size() + " kinds, " + kinds);
        assertThat(kinds)
                .contains("old copy", "exchange", "copy with evidence", "copy without evidence", "delete line");
        assertThat(slips).allSatisfy(slip -> assertThat(findings(slip)).isEmpty());
    }

    /** @return whether the database has let it happen; it is taken back */
    private boolean behind(Set<String> kinds) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(behind -> {
                behind.setRollbackOnly();
                Done done = manipulations.any();
                kinds.add(done.what().startsWith("edit ") ? "edit" : done.what());
                assertThat(findings(done.slip()))
                        .as("seed %s: %s of %s", SEED, done.what(), done.slip())
                        .anySatisfy(finding ->
                                assertThat(finding).contains(done.slip()).contains(done.named()));
            });
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        号封存被改动 | update evidence_seal set made_at = made_at + interval '1' day where number = (select max(number) from evidence_seal)
        号封存被改动 | update evidence_seal_head set line_number = line_number - 1 where seal = (select max(seal) from evidence_seal_head)
        号封存被改动 | delete from evidence_seal_head where seal = (select max(seal) from evidence_seal_head)
        号封存不见了 | delete from evidence_seal where number = (select max(number) - 1 from evidence_seal)
        """)
    void sealsAreLookedAtToo(String says, String change) {
        office.reports("clerk1", leakingTap());
        seals.make();
        office.reports("clerk1", leakingTap());
        seals.make();
        SealCheck check = new SealCheck(JdbcClient.create(database), keys);
        assertThat(check.findings()).isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.update(change);
            assertThat(check.findings()).extracting(Finding::text).anyMatch(text -> text.contains(says));
        });
    }

    @Test
    void whoLooksAtAllLooksAtTheSeals() {
        seals.make();
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.update("update evidence_seal set made_at = made_at + interval '1' day");
            assertThat(verification.all().findings()).extracting(Finding::chain).contains(SealCheck.SEALS);
        });
    }

    @Test
    void aSealHoldsWhatHasGrownSinceTheLastOne() {
        seals.make();
        RepairCase repair = office.reports("clerk1", leakingTap());
        Seal seal = seals.make();
        assertThat(seal.moved()).isEqualTo(1);
        assertThat(database.queryForList(
                        "select chain from evidence_seal_head where seal = ?", String.class, seal.number()))
                .containsExactly(repair.number());
        assertThat(seals.latest()).get().extracting(Seal::printed).isEqualTo(seal.printed());
        assertThat(seal.printed()).matches("([0-9A-F]{4}-){3}[0-9A-F]{4}");
    }

    @Test
    void whatWasThereBeforeBeginsAsItIsFound() {
        new TransactionTemplate(transactions).executeWithoutResult(before -> {
            before.setRollbackOnly();
            String slip = slips.get(0);
            database.update("delete from evidence_line where chain = ?", slip);
            database.update("delete from evidence_head where chain = ?", slip);
            database.update("delete from evidence_seal_head where chain = ?", slip);
            chains.found(List.of(slip));
            assertThat(findings(slip)).isEmpty();
            database.update("update bill set reviewed_amount = reviewed_amount + 1 where slip_number = ?", slip);
            assertThat(findings(slip)).anyMatch(finding -> finding.contains("账单") && finding.contains("被改动"));
        });
    }

    /** Otherwise whoever wants to hide something would only have to have it forgotten. */
    @Test
    void whoIsForgottenHidesNothing() {
        RepairCase repair = paid(with(leakingTap(), "reporterName", "百里测试", "reporterPhone", TELEPHONE));
        byte[] salt = salt(repair.number());
        database.update("update bill set reviewed_by = 'x' where slip_number = ?", repair.number());

        data.erase(new Asked(TELEPHONE, ""), "到前台填表", false, "affairs");

        assertThat(findings(repair.number()))
                .hasSize(1)
                .allMatch(finding -> finding.contains("账单") && finding.contains("被改动"));
        assertThat(salt(repair.number()))
                .as("what was written says nothing any more")
                .isNotEqualTo(salt);
        assertThat(database.queryForList(
                        "select note from evidence_line where chain = ? and kind = 'FORGOTTEN'",
                        String.class,
                        repair.number()))
                .containsExactly("不再保留个人信息：应本人要求；在这以前有 1 处对不上");
    }

    private byte[] salt(String slip) {
        return database.queryForObject("select salt from evidence_head where chain = ?", byte[].class, slip);
    }

    /** A new column that nobody has thought of would be without evidence. */
    @Test
    void everyColumnIsRecordedOrLeftOutOnPurpose() {
        Set<String> known = new HashSet<>(Recorded.LEFT_OUT);
        Set<String> tables = new HashSet<>();
        for (Recorded kind : Recorded.values()) {
            tables.add(kind.source().table());
            known.add(kind.source().table() + "." + kind.source().key());
            known.add(kind.source().table() + "." + kind.source().chain());
            kind.columns().forEach(column -> known.add(kind.source().table() + "." + column.name()));
            kind.part().ifPresent(part -> {
                tables.add(part.table());
                known.add(part.table() + "." + part.owner());
                part.columns().forEach(column -> known.add(part.table() + "." + column.name()));
            });
        }
        Set<String> there = new TreeSet<>();
        database.query(
                "select table_name, column_name from information_schema.columns where lower(table_schema) = 'public'",
                row -> {
                    String table = row.getString(1).toLowerCase(Locale.ROOT);
                    if (tables.contains(table)) {
                        there.add(table + "." + row.getString(2).toLowerCase(Locale.ROOT));
                    }
                });
        assertThat(there).containsExactlyInAnyOrderElementsOf(known);
    }

    /** Spring Data is seen by itself; statements of our own have to say what they write. */
    @Test
    void noStatementWritesWithoutSayingSo() throws IOException {
        String tables = String.join(
                "|",
                Stream.concat(
                                Arrays.stream(Recorded.values())
                                        .map(kind -> kind.source().table()),
                                Arrays.stream(Recorded.values())
                                        .flatMap(kind -> kind.part().stream())
                                        .map(Recorded.Part::table))
                        .distinct()
                        .toList());
        Pattern writes = Pattern.compile("(?i)\\b(insert\\s+into|update|delete\\s+from)\\s+(" + tables + ")\\b(?!-)");
        Set<String> writers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file).replaceAll("(?m)^\\s*(\\*|//|/\\*).*$", "");
                Matcher found = writes.matcher(code);
                while (found.find()) {
                    writers.add(file.getFileName().toString().replace(".java", "") + " " + found.group(2));
                }
            }
        }
        assertThat(writers)
                .containsExactlyInAnyOrder(
                        // each of these publishes RecordWritten, SlipIsForgotten, or writes only what is left out
                        "HistoryRepository history_entry",
                        "CommitmentRepository commitment",
                        "CommitmentRepository commitment_pause",
                        "Forgetting slip",
                        "WrittenWords commitment_pause",
                        "SlipPlaces slip",
                        "V37_1__PlaceKeys slip",
                        "SlipsOfMonth month_slip",
                        "PromisesOfMonth month_promise",
                        "OpenSlips month_open",
                        "CausesOfMonth month_cause",
                        "RepeatsOfYear month_repeat",
                        "PackStore month_pack");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200",
        "affairs, 200",
        "director, 200",
        "clerk1, 403",
        "clerklead, 403",
        "tech1, 403",
        "supervisor, 403",
        "dutydirector, 403",
        "processowner, 403"
    })
    void isOpenToWhoAnswersForTheRecords(String person, int status) {
        assertThat(Phone.of(port, person).opens("/evidence").status()).isEqualTo(status);
    }

    @Test
    void thePageNamesWhatItFinds() {
        Phone affairs = Phone.of(port, "affairs");
        String slip = slips.get(0);
        assertThat(affairs.opens("/evidence?of=" + slip).body()).contains(slip, "都对得上");
        assertThat(affairs.opens("/evidence?of=WX1").status()).isEqualTo(400);
        assertThat(affairs.opens("/evidence?of=WX1").body()).contains("请核对单号");
        assertThat(affairs.opens("/evidence").body())
                .contains("校验码", seals.latest().orElseThrow().printed());

        database.update("update history_entry set person = person || 'x' where slip_number = ?", slip);
        try {
            assertThat(affairs.sends("/evidence/check", "", FROM_HERE).status()).isEqualTo(302);
            assertThat(affairs.opens("/evidence?of=" + slip).body()).contains("过程记录第", "被改动");
            assertThat(evidence.latest().orElseThrow().number()).isPositive();
        } finally {
            database.update(
                    "update history_entry set person = substring(person from 1 for char_length(person) - 1) where slip_number = ?",
                    slip);
            // other tests look at everything that somebody has to see to
            database.update("delete from evidence_check");
        }
        assertThat(findings(slip)).isEmpty();
    }

    /** They change rows by statements as well, and a look keeps as many findings as there is room for. */
    private void explainsWhatOtherTestsDid() {
        verification.all().findings().stream()
                .map(Finding::chain)
                .distinct()
                .forEach(chain -> evidence.explain(chain, evidence.of(chain).state(), "别的测试", "affairs"));
    }

    private void changeQuietly(String slip) {
        database.update("update bill set recorded_by = recorded_by || 'x' where slip_number = ?", slip);
    }

    @Test
    void whatIsExplainedIsOverUntilSomethingElseIsChanged() {
        explainsWhatOtherTestsDid();
        String slip = paid(leakingTap()).number();
        changeQuietly(slip);
        String found = findings(slip).get(0);
        evidence.check("affairs");
        assertThat(evidence.latest().orElseThrow().findings()).contains(new Found(slip, found));
        int before = evidence.latest().orElseThrow().number();

        evidence.explain(slip, evidence.of(slip).state(), " 恢复数据时\n改错了 ", "affairs");

        assertThat(findings(slip)).isEmpty();
        assertThat(verification.all().findings()).extracting(Finding::text).doesNotContain(found);
        assertThat(evidence.latest().orElseThrow().number()).isEqualTo(before - 1);
        assertThat(evidence.latest().orElseThrow().findings())
                .extracting(Found::of)
                .doesNotContain(slip);
        assertThat(evidence.explanations(1))
                .containsExactly(new Explanation(office.now(), "affairs", "恢复数据时 改错了", found));
        assertThat(findings(Explanations.CHAIN)).isEmpty();

        changeQuietly(slip);
        assertThat(findings(slip)).as("another change of the same row").containsExactly(found);
        database.update("delete from evidence_check");
    }

    @Test
    void anExplanationIsForWhatWasSeen() {
        String slip = paid(leakingTap()).number();
        assertThatThrownBy(() -> evidence.explain(slip, evidence.of(slip).state(), "没事", "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("没有对不上的");
        changeQuietly(slip);
        String seen = evidence.of(slip).state();
        changeQuietly(slip);
        assertThatThrownBy(() -> evidence.explain(slip, seen, "没事", "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("又有了变化");
        assertThatThrownBy(() -> evidence.explain(slip, evidence.of(slip).state(), " \n", "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("请写明查到的原因");
        assertThatThrownBy(() -> evidence.explain(slip, evidence.of(slip).state(), "字".repeat(201), "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("200 字");
        assertThat(findings(slip)).hasSize(1);
    }

    @Test
    void whatIsExplainedIsSaidOnceAndHidesNothingElse() {
        String slip = paid(leakingTap()).number();
        changeQuietly(slip);
        String explained = findings(slip).get(0);
        String seen = evidence.of(slip).state();
        evidence.explain(slip, seen, "查清了", "affairs");
        assertThatThrownBy(() -> evidence.explain(slip, seen, "再说一遍", "affairs"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("没有对不上的");

        database.update("update slip set fault = fault || 'x' where number = ?", slip);
        assertThat(findings(slip))
                .as("of another row")
                .singleElement()
                .isNotEqualTo(explained)
                .asString()
                .contains("的文字被改动");
        assertThat(evidence.explanations(1).get(0).finding()).isEqualTo(explained);
    }

    /** As the release before explanations has written it: without the slip of each finding. */
    @Test
    void aLookOfBeforeIsReadAndSettled() {
        String slip = paid(leakingTap()).number();
        changeQuietly(slip);
        String found = findings(slip).get(0);
        database.update(
                "insert into evidence_check (made_at, made_by, chains, findings, text) values (now(), 'system', 9, 2, ?)",
                found + "\n第 1 号封存被改动");
        assertThat(evidence.latest().orElseThrow().findings())
                .containsExactly(new Found("", found), new Found("", "第 1 号封存被改动"));
        assertThat(Phone.of(port, "director").opens("/evidence").body()).contains(found, "2 处对不上");

        evidence.explain(slip, evidence.of(slip).state(), "查清了", "affairs");

        assertThat(evidence.latest().orElseThrow().findings()).containsExactly(new Found("", "第 1 号封存被改动"));
        assertThat(evidence.latest().orElseThrow().number()).isOne();
        database.update("delete from evidence_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update evidence_line set note = 'x' where chain = '查明记录' and line_number = ?",
                "update evidence_line set row_key = 'x' where chain = '查明记录' and line_number = ?",
                "delete from evidence_line where chain = '查明记录' and line_number = ?"
            })
    void anExplanationThatSomebodyHasMadeExplainsNothing(String change) {
        String slip = paid(leakingTap()).number();
        changeQuietly(slip);
        evidence.explain(slip, evidence.of(slip).state(), "查清了", "affairs");
        Integer last = database.queryForObject(
                "select line_number from evidence_head where chain = ?", Integer.class, Explanations.CHAIN);
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.update(change, last);
            assertThat(findings(slip)).isNotEmpty();
            assertThat(findings(Explanations.CHAIN)).anyMatch(text -> text.contains("查明记录：存证"));
            assertThat(evidence.explanations(5)).isNotNull();
        });
        assertThat(findings(slip)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from bill where slip_number = ?",
                "delete from evidence_line where chain = ? and line_number = 3",
                "update evidence_line set written_at = written_at + interval '1' day where chain = ? and line_number = 3",
                "update evidence_head set code = '' where chain = ?",
                "delete from evidence_head where chain = ?",
                "delete from evidence_line where chain = ?"
            })
    void whateverIsFoundCanBeExplained(String change) {
        String slip = paid(leakingTap()).number();
        seals.make();
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.update("update fee_entry set bill = null where slip_number = ?", slip);
            if (change.contains("from bill")) {
                database.update(
                        "delete from used_material where bill in (select id from bill where slip_number = ?)", slip);
            }
            database.update(change, slip);
            assertThat(findings(slip)).isNotEmpty();
            evidence.explain(slip, evidence.of(slip).state(), "查清了", "affairs");
            assertThat(findings(slip)).isEmpty();
        });
    }

    @Test
    void whatIsExplainedStaysSoWhenSomebodyIsForgotten() {
        String telephone = "13922228888";
        String slip = paid(with(leakingTap(), "reporterName", "百里测试", "reporterPhone", telephone))
                .number();
        changeQuietly(slip);
        evidence.explain(slip, evidence.of(slip).state(), "查清了", "affairs");

        data.erase(new Asked(telephone, ""), "到前台填表", false, "affairs");

        assertThat(findings(slip)).isEmpty();
    }

    @Test
    void thePageTakesAnExplanation() {
        Phone director = Phone.of(port, "director");
        String slip = paid(leakingTap()).number();
        changeQuietly(slip);
        String form = "of=" + slip + "&state=" + evidence.of(slip).state() + "&reason=";

        Answer refused = director.sends("/evidence/explain", form, FROM_HERE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("请写明查到的原因", "记为已查明", slip);
        assertThat(Phone.of(port, "clerk1")
                        .sends("/evidence/explain", form + "x", FROM_HERE)
                        .status())
                .isEqualTo(403);

        assertThat(director.sends("/evidence/explain", form + "Accident", FROM_HERE)
                        .status())
                .isEqualTo(302);
        assertThat(director.opens("/evidence?of=" + slip).body())
                .contains("已查明", "Accident", "行，都对得上，已查明的除外")
                .doesNotContain("记为已查明");
        String untouched = paid(leakingTap()).number();
        database.update(
                "insert into evidence_check (made_at, made_by, chains, findings, text) values (now(), 'system', 9, 0, '')");
        assertThat(director.opens("/evidence?of=" + untouched).body())
                .contains("行，都对得上</p>", "都对得上，已查明的除外</p>", "Accident");
        database.update("delete from evidence_check");
    }
}
