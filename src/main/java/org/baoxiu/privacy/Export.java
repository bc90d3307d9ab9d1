package org.baoxiu.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that is known of somebody, as a text that they can read. */
final class Export {

    /** By the heading; each row becomes a line of its values, with the words before them. */
    private static final Map<String, String> OF_SLIP = new LinkedHashMap<>();

    static {
        OF_SLIP.put(
                "报修",
                """
            select '单号 ' || number as a, '登记时间 ' || cast(opened_at as varchar(16)) as b, '管理处 ' || office as c, '地点 ' || place as d,
                   '姓名 ' || reporter_name as e, '电话 ' || reporter_phone as f, '故障 ' || fault as g, '希望时间 ' || coalesce(wanted_note, '') as h,
                   '书面申请人 ' || coalesce(application_applicant, '') as i, '签字 ' || coalesce(confirmed_by, '') as j from slip where number = ?""");
        OF_SLIP.put(
                "过程记录",
                "select cast(occurred_at as varchar(16)) as a, text as b from history_entry where slip_number = ? order by id");
        OF_SLIP.put(
                "报价和同意",
                """
            select cast(quoted_at as varchar(16)) as a, '业主付 ' || cast(coalesce(amount_owner_pays, 0) as varchar(20)) || ' 元' as b,
                   coalesce(consent_outcome, '') as c, coalesce(consent_by_name, '') as d from quote where slip_number = ? order by id""");
        OF_SLIP.put(
                "收费",
                """
            select cast(recorded_at as varchar(16)) as a, kind as b, cast(amount as varchar(20)) || ' 元' as c from fee_entry
             where slip_number = ? order by id""");
        OF_SLIP.put(
                "回访",
                """
            select cast(called_at as varchar(16)) as a, '评分 ' || cast(score as varchar(5)) as b, coalesce(words, '') as c from call_back
             where slip_number = ? order by id""");
        OF_SLIP.put(
                "补充的话",
                "select cast(said_at as varchar(16)) as a, words as b, coalesce(answer, '') as c from owner_remark where slip_number = ? order by id");
        OF_SLIP.put(
                "发给您的消息",
                """
            select cast(created_at as varchar(16)) as a, subject as b, text as c from message
             where slip_number = ? and recipient like 'owner:%' order by id""");
        OF_SLIP.put(
                "照片和签名",
                "select cast(added_at as varchar(16)) as a, kind as b from photo where slip_number = ? order by id");
    }

    private static final String RESIDENT =
            """
      select '房屋 ' || p.name as a, '身份 ' || r.kind as b, '姓名 ' || r.name as c, '备注 ' || coalesce(r.note, '') as d
        from resident r join place p on p.id = r.place_id where r.id = ?""";
    private static final String TELEPHONES =
            "select '电话 ' || telephone as a from resident_telephone where resident_id = ? order by position";
    private static final String CALLER =
            """
      select cast(called_at as varchar(16)) as a, name as b, telephone as c, place as d, said as e from incident_caller where id = ?""";

    private final JdbcClient database;
    private final StringBuilder text = new StringBuilder();

    Export(JdbcClient database) {
        this.database = database;
    }

    String of(PersonalData.Found found, String telephone, Instant now) {
        text.append("个人信息\n\n按电话 ")
                .append(telephone)
                .append(" 查找，")
                .append(Times.minuteAndYear(now))
                .append("。\n");
        if (found.nothing()) {
            text.append("\n没有您的个人信息。\n");
        }
        for (String number : found.slips()) {
            text.append("\n== 维修单 ").append(number).append("\n");
            OF_SLIP.forEach((heading, sql) -> section(heading, sql, number));
        }
        for (long resident : found.residents()) {
            text.append("\n== 房屋登记\n");
            section("登记", RESIDENT, resident);
            section("电话", TELEPHONES, resident);
        }
        for (long caller : found.callers()) {
            text.append("\n== 公共故障来电\n");
            section("来电", CALLER, caller);
        }
        return text.toString();
    }

    private void section(String heading, String sql, Object key) {
        List<String> lines = database.sql(sql).param(key).query().listOfRows().stream()
                .map(row -> row.values().stream()
                        .map(String::valueOf)
                        .filter(value -> !value.isBlank())
                        .collect(Collectors.joining("，")))
                .toList();
        if (!lines.isEmpty()) {
            text.append("\n").append(heading).append("\n");
            lines.forEach(line -> text.append("- ").append(line).append("\n"));
        }
    }
}
