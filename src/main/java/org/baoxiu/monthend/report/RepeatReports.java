package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.monthend.RepeatsOfYear;
import org.springframework.stereotype.Component;

/** What breaks again and again, and why (4.7.7). One month is too short to see it: these look at the year that ends with the month. */
@Component
class RepeatReports {

    private static final String DEFINITION =
            "到本月为止 12 个月办结的维修单里，%s、同一项目不止一张，其中至少一张是本月办结的；取消的也算，没有定项目的不算。返工：这些单一共返过几次工。冻结的月份是冻结时的：后来才认出是同一处的，不再合并。";

    private final Queries queries;

    RepeatReports(Queries queries) {
        this.queries = queries;
    }

    Report inPlace() {
        return queries.report(
                "again-place",
                "同一处反复报修",
                DEFINITION.formatted("同一处房屋或公共部位"),
                columns(Column.of("地点", PLACE)),
                sql(RepeatsOfYear.Kind.PLACE, ""));
    }

    Report inBuilding() {
        return queries.report(
                "again-building",
                "同一栋楼反复报修",
                DEFINITION.formatted("同一栋楼"),
                columns(Column.of("楼栋", TEXT), Column.of("几处", COUNT)),
                sql(RepeatsOfYear.Kind.BUILDING, ", places"));
    }

    /** @param more a column behind the counts */
    private static String sql(RepeatsOfYear.Kind kind, String more) {
        return TwelveMonths.IN_MONTHS + ", " + RepeatsOfYear.expression(kind, "in_months")
                + "select office, what, item_name, in_month, in_year" + more + ", reworks, latest from repeats\n"
                + " order by in_year desc, reworks desc, office, what, item_name";
    }

    /** @param where what the slips have in common, and behind the counts what else there is to say of it */
    private static List<Column> columns(Column where, Column... more) {
        return Stream.of(
                        Stream.of(
                                Column.of("管理处", TEXT),
                                where,
                                Column.of("维修项目", TEXT),
                                Column.of("本月（张）", COUNT),
                                Column.of("12 个月（张）", COUNT)),
                        Stream.of(more),
                        Stream.of(Column.of("返工（次）", COUNT), Column.of("最近接报", MOMENT)))
                .flatMap(columns -> columns)
                .toList();
    }

    /** Signed by the supervisor for each month; what is signed after the freezing is a correction of the next one. */
    Report causes() {
        return queries.report(
                "causes",
                "原因和处置",
                "本月办结的维修单查明的原因，按管理处、楼栋和项目分开，写法不同的分别列出。处置：工程部主管写的“做了什么”，签字人和签字时间在后面；"
                        + "冻结时还没有签的空着，以后补签的列在下一个未结月份的“更正”里。要求：每个月每项都签（4.7.7）。",
                List.of(
                        Column.of("管理处", TEXT),
                        Column.of("楼栋", TEXT),
                        Column.of("维修项目", TEXT),
                        Column.of("查明的原因", WORDS),
                        Column.of("维修单（张）", COUNT),
                        Column.of("返修（张）", COUNT),
                        Column.of("处置", WORDS),
                        Column.of("签字人", KEEPER),
                        Column.of("签字时间", MOMENT)),
                """
            select office, case building when '' then '未写明楼栋' else building end, item_name, cause, slips, reworks, done, signed_by, signed_at
              from causes order by slips desc, reworks desc, office, building, item_code, cause""");
    }
}
