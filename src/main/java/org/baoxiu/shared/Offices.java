package org.baoxiu.shared;

import java.util.List;

/** The offices that something can be reported to. */
public interface Offices {

    /** In the order in which they are offered; none where an office is typed in. */
    List<String> names();

    default boolean has(String office) {
        List<String> names = names();
        return names.isEmpty() ? !office.isBlank() : names.contains(office);
    }
}
