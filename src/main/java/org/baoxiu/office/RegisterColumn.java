package org.baoxiu.office;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a list to be imported, as its first row names them, in the order of the template. */
enum RegisterColumn {
    OFFICE("管理处", 40, "照登记册里的名称"),
    BUILDING("楼栋", 40, "如 3栋、A座；公共部位不在楼里的不填"),
    UNIT("单元", 20, "如 2单元；没有单元的不填"),
    FLAT("房号", 20, "如 501；一行一户，或一行一人"),
    PUBLIC_PLACE("公共部位", 60, "如 3号电梯、水泵房；与房号只填一个"),
    CODE("短码", 20, "公共部位的短码，如 DT3，同一管理处里不重复"),
    KIND("身份", 10, "业主或住户"),
    NAME("姓名", 50, "只登记房屋的不填"),
    TELEPHONE("电话", 30, "首选的一个"),
    MORE_TELEPHONES("其他电话", 130, "几个用顿号隔开"),
    SINCE("起", 20, "从哪天起，如 2020-05-01，不知道的不填"),
    UNTIL("止", 20, "到哪天止，现在仍是的不填"),
    NOTE("备注", 500, "这一行有姓名的是人的备注，没有的是房屋或部位的备注");

    private static final Map<String, RegisterColumn> BY_HEADING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RegisterColumn::heading, Function.identity()));

    private final String heading;
    private final int longest;
    private final String explanation;

    RegisterColumn(String heading, int longest, String explanation) {
        this.heading = heading;
        this.longest = longest;
        this.explanation = explanation;
    }

    static Optional<RegisterColumn> headed(String heading) {
        return Optional.ofNullable(BY_HEADING.get(heading));
    }

    String heading() {
        return heading;
    }

    int longest() {
        return longest;
    }

    String explanation() {
        return explanation;
    }
}
