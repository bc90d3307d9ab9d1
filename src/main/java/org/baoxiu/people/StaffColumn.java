package org.baoxiu.people;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.shared.OfficeGroup;

/** The columns of a list of people, as its first row names them, in the order of the template. */
enum StaffColumn {
    LOGIN("登录名", 64, "汉字、英文字母和数字，中间可以有 . - _；一人一个，以后不能改"),
    NAME("姓名", 50, "同事看到的名字"),
    GROUPS("岗位", 100, "几个用顿号隔开，可以填：" + groups()),
    OFFICES("管理处", 800, "只办哪些管理处的维修单，几个用顿号隔开，照登记的名称写；办全公司的不填"),
    QUALIFICATION("资质", 20, "维修人员的一项资质，有几项就写几行：" + qualifications()),
    NUMBER("证书编号", 60, "这项资质的证书编号"),
    EXPIRES("有效期", 20, "证书到哪天，如 2027-12-31；长期有效的填 " + Qualification.FOR_LIFE),
    EMAIL("邮箱", 254, "收消息的邮箱，没有的不填");

    private final String heading;
    private final int longest;
    private final String explanation;

    StaffColumn(String heading, int longest, String explanation) {
        this.heading = heading;
        this.longest = longest;
        this.explanation = explanation;
    }

    String heading() {
        return heading;
    }

    int longest() {
        return longest;
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(StaffColumn::heading).toList();
    }

    static Map<String, String> explanations() {
        Map<String, String> explanations = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(column -> explanations.put(column.heading, column.explanation));
        return explanations;
    }

    static String groups() {
        return Arrays.stream(OfficeGroup.values()).map(OfficeGroup::label).collect(Collectors.joining("、"));
    }

    static String qualifications() {
        return Arrays.stream(Qualification.values()).map(Qualification::label).collect(Collectors.joining("、"));
    }
}
