package org.baoxiu.shared;

import java.util.List;

/** The offices that something can be reported to. */
public interface Offices {

    /** In the order in which they are offered; none while the register is empty and an office is typed in. */
    List<String> names();

    default boolean has(String office) {
        List<String> names = names();
        return names.isEmpty() ? !office.isBlank() : names.contains(office);
    }

    /** @throws Rejection for an office that is not in the register */
    default String checked(String office) {
        if (!has(office)) {
            throw Rejection.invalid("没有“" + office + "”这个管理处，请从列出的管理处中选择；新的管理处请系统管理员先登记。");
        }
        return office;
    }
}
