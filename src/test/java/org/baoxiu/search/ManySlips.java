package org.baoxiu.search;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baoxiu.office.ManyFlats;
import org.baoxiu.office.ManyFlats.Person;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.PlaceName;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Slips of five years, as the offices of a company may have them, and questions that people may ask about them; the same seed gives the
 * same. A flat reports once a year; some things break often and some hardly ever, and some in summer or winter only.
 */
public final class ManySlips {

    public static final int OFFICES = 300;

    private static final int AT_ONCE = 2_000;
    private static final int YEARS = 5;
    private static final LocalDateTime LAST = LocalDateTime.of(2026, 11, 23, 9, 0);
    private static final int MINUTES = YEARS * 365 * 24 * 60;
    private static final int RARE = 5_000;

    private static final List<String> ROOMS =
            List.of("客厅", "主卧", "次卧", "厨房", "卫生间", "阳台", "书房", "餐厅", "入户门", "走廊", "儿童房", "储藏室", "楼道", "电梯厅", "大堂");

    /** The most frequent ones first. */
    private static final List<String> THINGS = List.of(
            "水龙头", "水管", "下水道", "马桶", "地漏", "开关", "门锁", "插座", "线路", "吊灯", "洗手盆", "花洒", "角阀", "筒灯", "空开", "门禁", "对讲机",
            "窗户", "纱窗", "铰链", "地砖", "墙面", "天花板", "踢脚线", "排风扇", "油烟机", "燃气灶", "闭门器", "晾衣架", "橱柜", "玻璃", "护栏", "单元门",
            "信报箱", "消防栓", "感应灯");

    private static final List<String> OF_SUMMER = List.of("空调", "新风机");
    private static final List<String> OF_WINTER = List.of("暖气片", "浴霸", "热水器");
    private static final List<String> TROUBLES = List.of(
            "漏水", "坏了", "不亮", "堵了", "松动", "打不开", "关不上", "有异响", "没有水", "跳闸", "没反应", "渗水", "发霉", "开裂", "脱落", "生锈", "短路",
            "有臭味", "滴水", "卡住了");
    private static final List<String> TAILS =
            List.of("", "，从昨天晚上开始", "，已经两天了", "，楼下也说漏了", "，家里有老人", "，请尽快上门", "，修过一次又坏", "，请先打电话", "，急", "，晚上七点以后在家");
    private static final List<String> RARITIES = List.of("白蚁", "鸟窝", "马蜂", "老鼠", "蟑螂");

    private final JdbcTemplate database;
    private final SlipTextTable table;
    private final ManyFlats flats;
    private final SplittableRandom random = new SplittableRandom(7);
    private final String[] offices;

    public ManySlips(ApplicationContext domain, int count) {
        this.database = domain.getBean(JdbcTemplate.class);
        this.table = domain.getBean(SlipTextTable.class);
        this.flats = new ManyFlats(OFFICES, count / YEARS);
        this.offices = new String[count];
    }

    public ManyFlats flats() {
        return flats;
    }

    /** @return how many milliseconds a node that starts with this release needs for what they say */
    public long load() {
        insert();
        database.execute("drop table slip_text");
        long start = System.nanoTime();
        table.create();
        V40__SlipText.fill(database, table);
        table.index();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** In the present transaction. */
    void write() {
        insert();
        database.update("delete from slip_text");
        V40__SlipText.fill(database, table);
    }

    private void insert() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < offices.length; i++) {
            rows.add(slip(i));
            if (rows.size() == AT_ONCE || i == offices.length - 1) {
                insert(rows);
                rows.clear();
            }
        }
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
        LocalDateTime at = at(index);
        int fromLast = offices.length - index;
        boolean open = fromLast < offices.length / 250 ? random.nextInt(10) > 0 : random.nextInt(1_000) == 0;
        String thing = thing(at);
        String code = "PL-%02d".formatted(THINGS.indexOf(thing) + 1);
        Person reporter = flats.anybody(random);
        String place = place(reporter);
        offices[index] = reporter.office();
        return new Object[] {
            number(index),
            open ? "WORKING" : "CLOSED",
            at,
            reporter.office(),
            reporter.name(),
            reporter.telephone(),
            place,
            (random.nextInt(RARE) == 0 ? pick(RARITIES) : pick(ROOMS) + thing + often(TROUBLES)) + pick(TAILS),
            at,
            code,
            code,
            "更换" + thing,
            "tech" + random.nextInt(3 * OFFICES),
            PlaceName.of(place).key(),
            PlaceName.of(place).building(),
            open ? null : at.plusHours(5)
        };
    }

    private String thing(LocalDateTime at) {
        int month = at.getMonthValue();
        boolean ofSeason = random.nextInt(8) == 0;
        if (ofSeason && month >= 6 && month <= 9) {
            return pick(OF_SUMMER);
        }
        return ofSeason && (month >= 11 || month <= 2) ? pick(OF_WINTER) : often(THINGS);
    }

    /** People write a flat in several ways. */
    private String place(Person person) {
        return switch (random.nextInt(4)) {
            case 0 -> person.building() + "-" + person.unit() + "-" + person.flat();
            case 1 -> person.building() + "号楼" + person.unit() + "单元" + person.flat() + "室";
            default -> person.building() + "栋" + person.unit() + "单元" + person.flat();
        };
    }

    private LocalDateTime at(int index) {
        return LAST.minusMinutes((long) MINUTES * (offices.length - index) / offices.length);
    }

    private String number(int index) {
        return "WX%s-%06d".formatted(at(index).toLocalDate().toString().replace("-", ""), index);
    }

    /** Who asks: by what they are, the offices whose slips they see. */
    public Map<String, OfficeScope> readers() {
        Map<String, OfficeScope> readers = new LinkedHashMap<>();
        readers.put("director, all offices", OfficeScope.COMPANY);
        readers.put(
                "clerk of one of %d offices".formatted(OFFICES),
                new OfficeScope(Set.of(ManyFlats.office(OFFICES / 2))));
        readers.put(
                "clerk of %d offices".formatted(OFFICES / 10),
                new OfficeScope(IntStream.range(0, OFFICES / 10)
                        .mapToObj(index -> ManyFlats.office(index * 10))
                        .collect(Collectors.toSet())));
        return readers;
    }

    /** By kind, what one asks for of a slip that there is, or of none. */
    public Map<String, Supplier<String>> questions(OfficeScope scope) {
        Map<String, Supplier<String>> questions = new LinkedHashMap<>();
        questions.put("telephone, whole", () -> any("reporter_phone", scope));
        questions.put("telephone, last four", () -> last(any("reporter_phone", scope), 4));
        questions.put("telephone, five in the middle", () -> any("reporter_phone", scope)
                .substring(5, 10));
        questions.put("telephone of nobody", () -> "1990%07d".formatted(random.nextInt(10_000_000)));
        questions.put("flat, as 3栋2单元501", () -> flat(scope, "%s%s%s"));
        questions.put("flat, as 3-2-501", () -> flat(scope, "%s%s%s").replaceAll("栋|单元", "-"));
        questions.put("flat, as 3号楼2单元501室", () -> flat(scope, "%s%s%s室").replace("栋", "号楼"));
        questions.put("flat without its unit", () -> flat(scope, "%1$s%3$s"));
        questions.put("building", () -> flat(scope, "%s"));
        questions.put("building and unit", () -> flat(scope, "%s%s"));
        questions.put("name", () -> any("reporter_name", scope));
        questions.put("name, two characters", () -> any("reporter_name", scope).substring(1));
        questions.put("surname", () -> any("reporter_name", scope).substring(0, 1));
        questions.put("number", () -> any("number", scope));
        questions.put("number, last six", () -> last(any("number", scope), 6));
        questions.put("number, last three", () -> last(any("number", scope), 3));
        questions.put("code of an item", () -> any("item_code", scope));
        questions.put("item", () -> any("item_name", scope));
        questions.put("frequent word of two characters", () -> pick(TROUBLES.subList(0, 4)));
        questions.put("any two characters of a fault", () -> any("fault", scope).substring(0, 2));
        questions.put("word of summer, in November", () -> "空调");
        questions.put("rare word of two characters", () -> pick(RARITIES));
        questions.put("two words", () -> often(THINGS) + " " + often(TROUBLES));
        questions.put("name and flat", () -> any("reporter_name || ' ' || place", scope));
        questions.put(
                "three things of different slips",
                () -> last(any("reporter_phone", scope), 4) + " " + often(THINGS) + " " + any("reporter_name", scope));
        questions.put("word of no slip", () -> pick(TROUBLES).substring(0, 1) + "罅");
        questions.put("nothing", () -> "");
        return questions;
    }

    /** @param form of building, unit and flat, in this order */
    private String flat(OfficeScope scope, String form) {
        PlaceName place = PlaceName.of(any("place", scope));
        return form.formatted(place.building(), place.unit(), place.flat());
    }

    private String any(String expression, OfficeScope scope) {
        int index = random.nextInt(offices.length);
        while (!scope.covers(offices[index])) {
            index = random.nextInt(offices.length);
        }
        return database.queryForObject(
                "select " + expression + " from slip where number = ?", String.class, number(index));
    }

    /** How the database looks for it among those of the last whole year. */
    public String plan(String asked, OfficeScope scope) {
        SlipTextTable.Question question =
                SlipTextTable.ofYear(LAST.getYear() - 1, Reading.of(asked).get(0), true, scope, SlipSearch.MOST + 1);
        return String.join(
                "\n",
                database.queryForList(
                        "explain (analyze, buffers) " + question.sql(), String.class, question.parameters()));
    }

    private static String last(String text, int characters) {
        return text.substring(text.length() - characters);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The first ones much more often than the last ones. */
    private String often(List<String> from) {
        double share = random.nextDouble();
        return from.get((int) (from.size() * share * share));
    }
}
