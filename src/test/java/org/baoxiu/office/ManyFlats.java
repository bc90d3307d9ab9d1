package org.baoxiu.office;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * Offices and their flats with the people in them, as a company may have them: the largest office has forty times the flats of the
 * smallest. The same number gives the same.
 */
public final class ManyFlats {

    private static final int FLATS_OF_BUILDING = 120;
    private static final int AT_ONCE = 40_000;
    private static final int FEWEST = 5;

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红梅文辉力海波宁琳云飞鹏宇浩然欣怡子轩梓涵思远雨晨";

    private final int offices;
    private final int flats;

    /** One of the two people of a flat. */
    public record Person(String office, String building, String unit, String flat, String name, String telephone) {}

    /** @param flats of all offices together, about */
    public ManyFlats(int offices, int flats) {
        this.offices = offices;
        this.flats = flats;
    }

    public static String office(int index) {
        return "第" + (index + 1) + "管理处";
    }

    /** @param random says which office, which flat of it and whom */
    public Person anybody(SplittableRandom random) {
        double share = random.nextDouble();
        int office = (int) (offices * share * share);
        return person(office, random.nextInt(flatsOf(office)), random.nextInt(2));
    }

    private int flatsOf(int office) {
        return FEWEST + (int) (flats * (Math.sqrt((office + 1.0) / offices) - Math.sqrt((double) office / offices)));
    }

    private Person person(int office, int flat, int which) {
        SplittableRandom random = new SplittableRandom(((long) office << 32) + 2L * flat + which);
        int inBuilding = flat % FLATS_OF_BUILDING;
        return new Person(
                office(office),
                String.valueOf(1 + flat / FLATS_OF_BUILDING),
                String.valueOf(1 + inBuilding / 60),
                String.valueOf(100 * (1 + inBuilding % 60 / 4) + 1 + inBuilding % 4),
                "" + pick(SURNAMES, random) + pick(GIVEN, random) + pick(GIVEN, random),
                telephone(random));
    }

    private static String telephone(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? "0755-8%07d".formatted(random.nextInt(10_000_000))
                : "1%d%09d".formatted(3 + random.nextInt(7), random.nextInt(1_000_000_000));
    }

    private static char pick(String from, SplittableRandom random) {
        return from.charAt(random.nextInt(from.length()));
    }

    /** The register has them all, by the import that an office uses. */
    public void register(ApplicationContext domain) {
        OfficeRegister register = domain.getBean(OfficeRegister.class);
        IntStream.range(0, offices).forEach(office -> register.add(Office.named(office(office))));
        RegisterImport imports = domain.getBean(RegisterImport.class);
        List<String> lines =
                IntStream.range(0, offices).boxed().flatMap(this::lines).toList();
        for (int from = 0; from < lines.size(); from += AT_ONCE) {
            String list = "管理处,楼栋,单元,房号,身份,姓名,电话\n"
                    + String.join("\n", lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
            imports.apply(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private Stream<String> lines(int office) {
        return IntStream.range(0, flatsOf(office))
                .boxed()
                .flatMap(flat -> Stream.of(line(person(office, flat, 0), "业主"), line(person(office, flat, 1), "住户")));
    }

    private static String line(Person person, String kind) {
        return String.join(
                ",",
                person.office(),
                person.building() + "栋",
                person.unit() + "单元",
                person.flat(),
                kind,
                person.name(),
                person.telephone());
    }
}
