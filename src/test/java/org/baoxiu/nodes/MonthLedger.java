package org.baoxiu.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.monthend.RandomMonth;
import org.baoxiu.monthend.SlipLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about the month that is over, asked in plain SQL. */
final class MonthLedger {

    private static final int FIRST_LINE = 3;
    private static final String ENDED = "select number from slip where closed_at >= :from and closed_at < :until";
    private static final String MONEY =
            """
      select coalesce(sum(case f.kind when 'REFUND' then - f.amount else f.amount end), 0) from fee_entry f
       where f.slip_number in (%s) and f.recorded_at <= (select frozen_at from business_month where period = :month)
         and f.kind in (:kinds)"""
                    .formatted(ENDED);

    private final JdbcClient sql;
    private final YearMonth month;

    private MonthLedger(DataSource database, YearMonth month) {
        this.sql = JdbcClient.create(database);
        this.month = month;
    }

    /** The month before this one, with slips that have ended in it. */
    static MonthLedger ofRandomSlips(DataSource database, int slips) {
        YearMonth month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);
        SlipLoader loader = new SlipLoader(new JdbcTemplate(database));
        loader.load(new RandomMonth(20_261_124, month, 1), slips);
        loader.receivedFrom(month);
        return new MonthLedger(database, month);
    }

    YearMonth month() {
        return month;
    }

    /** Whether a transaction of the node waits until another one has decided. */
    boolean waitsForMonth(Node node) {
        return sql.sql(
                                """
        select count(*) from pg_stat_activity
         where application_name = ? and wait_event = 'transactionid' and query like '%business_month%'""")
                        .param(node.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private JdbcClient.StatementSpec about(String question) {
        return sql.sql(question)
                .param("month", month.toString())
                .param("from", month.atDay(1).atStartOfDay())
                .param("until", month.plusMonths(1).atDay(1).atStartOfDay());
    }

    int packs() {
        return sql.sql("select count(*) from month_pack").query(Integer.class).single();
    }

    boolean waitsForCheck() {
        return sql.sql("select count(*) from act_ru_task where task_def_key_ = 'Task_CheckMonth'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int casesThatFoundNothing() {
        return sql.sql(
                        "select count(*) from act_hi_procinst where proc_def_key_ = 'monthEnd' and end_act_id_ = 'EndEvent_NothingToSettle'")
                .query(Integer.class)
                .single();
    }

    void everySlipIsInTheMonthOnce() {
        assertThat(sql.sql("select period from business_month")
                        .query(String.class)
                        .list())
                .containsExactly(month.toString());
        assertThat(sql.sql("select slip_number from month_slip")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(slips());
    }

    private List<String> slips() {
        return about(ENDED + " order by number").query(String.class).list();
    }

    void oneCaseHasOnePackWithTheFiguresOfARecount() throws IOException {
        assertThat(sql.sql(
                                "select business_key_ from act_hi_procinst where proc_def_key_ = 'monthEnd' and end_time_ is null")
                        .query(String.class)
                        .list())
                .containsExactly(month.toString());
        assertThat(sql.sql("select count(*) from act_ru_task where task_def_key_ = 'Task_CheckMonth'")
                        .query(Integer.class)
                        .single())
                .isOne();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(pack()))) {
            Sheet lines = workbook.getSheet("维修单明细");
            List<String> numbers = new ArrayList<>();
            Row row = lines.getRow(FIRST_LINE);
            for (int i = FIRST_LINE; row.getCell(0).getStringCellValue().startsWith("WX"); row = lines.getRow(++i)) {
                numbers.add(row.getCell(0).getStringCellValue());
            }
            assertThat(numbers).isEqualTo(slips());
            assertThat(amount(row, 12))
                    .as("cost")
                    .isEqualByComparingTo(
                            about("select sum(amount_total) from bill where slip_number in (" + ENDED + ")")
                                    .query(BigDecimal.class)
                                    .single());
            assertThat(amount(row, 13)).as("billed").isEqualByComparingTo(money("BILLED"));
            assertThat(amount(row, 14)).as("waived").isEqualByComparingTo(money("WAIVER"));
            assertThat(amount(row, 15)).as("received").isEqualByComparingTo(money("PAYMENT", "REFUND"));
        }
    }

    private byte[] pack() {
        assertThat(sql.sql("select part from month_pack order by part")
                        .query(Integer.class)
                        .list())
                .startsWith(0)
                .doesNotHaveDuplicates()
                .last()
                .matches(last -> last == packs() - 1, "no part is missing");
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        sql.sql("select content from month_pack order by part")
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(pack::writeBytes);
        return pack.toByteArray();
    }

    private static BigDecimal amount(Row row, int column) {
        return BigDecimal.valueOf(row.getCell(column).getNumericCellValue());
    }

    private BigDecimal money(String... kinds) {
        return about(MONEY)
                .param("kinds", List.of(kinds))
                .query(BigDecimal.class)
                .single();
    }
}
