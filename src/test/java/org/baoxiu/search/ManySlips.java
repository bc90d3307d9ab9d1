package org.baoxiu.search;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.baoxiu.shared.PlaceName;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Slips of five years, as offices may have them, and questions that people may ask about them; the same seed gives the same. */
public final class ManySlips {

    private static final int AT_ONCE = 2_000;
    private static final LocalDateTime LAST = LocalDateTime.of(2026, 11, 23, 9, 0);
    private static final int MINUTES = 5 * 365 * 24 * 60;

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红梅文辉力海波宁琳云飞鹏宇浩然欣怡子轩梓涵思远雨晨";
    private static final List<String> ROOMS =
            List.of("客厅", "主卧", "次卧", "厨房", "卫生间", "阳台", "书房", "餐厅", "入户门", "走廊", "儿童房", "储藏室", "楼道", "电梯厅", "大堂");
    private static final List<String> THINGS = List.of(
            "水龙头", "水管", "下水道", "马桶", "地漏", "热水器", "洗手盆", "花洒", "角阀", "吊灯", "筒灯", "插座", "开关", "空开", "线路", "门锁", "门禁",
            "对讲机", "窗户", "纱窗", "铰链", "地砖", "墙面", "天花板", "踢脚线", "空调", "排风扇", "油烟机", "燃气灶", "暖气片", "闭门器", "晾衣架", "橱柜",
            "玻璃", "护栏", "单元门", "信报箱", "消防栓", "感应灯", "浴霸");
    private static final List<String> TROUBLES = List.of(
            "漏水", "不亮", "堵了", "坏了", "松动", "打不开", "关不上", "有异响", "没有水", "跳闸", "没反应", "渗水", "发霉", "开裂", "脱落", "生锈", "短路",
            "有臭味", "滴水", "卡住了");
    private static final List<String> TAILS =
            List.of("", "，从昨天晚上开始", "，已经两天了", "，楼下也说漏了", "，家里有老人", "，请尽快上门", "，修过一次又坏", "，请先打电话", "，急", "，晚上七点以后在家");

    private final JdbcTemplate database;
    private final SlipTextTable table;
    private final Random random = new Random(7);
    private final int count;

    public ManySlips(ApplicationContext domain, int count) {
        this.database = domain.getBean(JdbcTemplate.class);
        this.table = domain.getBean(SlipTextTable.class);
        this.count = count;
    }

    /** @return how many milliseconds a node that starts with this release needs for what they say */
    public long load() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(slip(i));
            if (rows.size() == AT_ONCE || i == count - 1) {
                insert(rows);
                rows.clear();
            }
        }
        database.execute("drop table slip_text");
        long start = System.nanoTime();
        table.create();
        V40__SlipText.fill(database, table);
        table.index();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void insert(List<Object[]> rows) {
        database.batchUpdate(
                """
        insert into slip (number, version, state, opened_at, opened_by, office, channel, area, reporter_name, reporter_phone,
          place, fault, received_at, emergency, forced_entry, loss_or_injury, under_warranty, office_fault, urges, complaints,
          chosen_item, item_code, item_name, estimated_hours, survey_needed, noise_or_smell, consent_valid, function_restored,
          site_cleared, confirmed, reworks, technician, place_key, building, closed_at)
        values (?, 0, ?, ?, 'clerk1', ?, 'PHONE', 'INSIDE', ?, ?, ?, ?, ?, false, false, false, false, false, 0, 0, ?, ?, ?, 0.5,
          false, false, false, false, false, false, 0, ?, ?, ?, ?)""",
                rows);
    }

    /** One of 200 is still open, most of them of the last days. */
    private Object[] slip(int index) {
        LocalDateTime at = LAST.minusMinutes((long) MINUTES * (count - index) / count);
        boolean open = count - index < count / 250 ? random.nextInt(10) > 0 : random.nextInt(1_000) == 0;
        int item = random.nextInt(THINGS.size());
        String code = "PL-%02d".formatted(item);
        String place = place();
        return new Object[] {
            number(index, at),
            open ? "WORKING" : "CLOSED",
            at,
            "管理处" + random.nextInt(10),
            name(),
            telephone(),
            place,
            pick(ROOMS) + THINGS.get(item) + pick(TROUBLES) + pick(TAILS),
            at,
            code,
            code,
            "更换" + THINGS.get(item),
            "tech" + random.nextInt(50),
            PlaceName.of(place).key(),
            PlaceName.of(place).building(),
            open ? null : at.plusHours(5)
        };
    }

    private static String number(int index, LocalDateTime at) {
        return "WX%s-%06d".formatted(at.toLocalDate().toString().replace("-", ""), index);
    }

    private String name() {
        return "" + pick(SURNAMES) + pick(GIVEN) + pick(GIVEN);
    }

    private String telephone() {
        return random.nextInt(5) == 0
                ? "0755-8%07d".formatted(random.nextInt(10_000_000))
                : "1%d%09d".formatted(3 + random.nextInt(7), random.nextInt(1_000_000_000));
    }

    private String place() {
        return "%d栋%d单元%d%02d"
                .formatted(
                        1 + random.nextInt(90), 1 + random.nextInt(3), 1 + random.nextInt(30), 1 + random.nextInt(4));
    }

    /** By kind, what one asks for of a slip that there is, or of none. */
    public Map<String, Supplier<String>> questions() {
        Map<String, Supplier<String>> questions = new LinkedHashMap<>();
        questions.put("telephone, whole", () -> any("reporter_phone"));
        questions.put("telephone, last four", () -> last(any("reporter_phone"), 4));
        questions.put(
                "telephone, five in the middle", () -> any("reporter_phone").substring(5, 10));
        questions.put("telephone of nobody", this::telephone);
        questions.put("flat", () -> any("place"));
        questions.put("flat, other spelling", () -> any("place").replaceAll("栋|单元", "-"));
        questions.put("building", () -> any("place").replaceFirst("单元.*", "单元"));
        questions.put("name", () -> any("reporter_name"));
        questions.put("name, two characters", () -> any("reporter_name").substring(1));
        questions.put("surname", () -> any("reporter_name").substring(0, 1));
        questions.put("number", () -> any("number"));
        questions.put("number, last six", () -> last(any("number"), 6));
        questions.put("number, last three", () -> last(any("number"), 3));
        questions.put("code of an item", () -> any("item_code"));
        questions.put("item", () -> any("item_name"));
        questions.put("word of two characters", () -> any("fault").substring(2, 4));
        questions.put("two words", () -> pick(THINGS) + " " + pick(TROUBLES));
        questions.put("name and flat", () -> one("reporter_name || ' ' || place"));
        questions.put(
                "three things of different slips", () -> last(telephone(), 4) + " " + pick(THINGS) + " " + name());
        questions.put("word of no slip", () -> pick(GIVEN) + "罅");
        questions.put("nothing", () -> "");
        return questions;
    }

    private String any(String column) {
        return one(column);
    }

    private String one(String expression) {
        int index = random.nextInt(count);
        return database.queryForObject(
                "select " + expression + " from slip where number = ?",
                String.class,
                number(index, LAST.minusMinutes((long) MINUTES * (count - index) / count)));
    }

    /** How the database looks for it, if it looks through all slips. */
    public String plan(String asked) {
        SlipTextTable.Question question = table.amongAll(Reading.of(asked).get(0), true, SlipSearch.MOST + 1);
        return String.join(
                "\n",
                database.queryForList(
                        "explain (analyze, buffers) " + question.sql(), String.class, question.parameters()));
    }

    private static String last(String text, int characters) {
        return text.substring(text.length() - characters);
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
