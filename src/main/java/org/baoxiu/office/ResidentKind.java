package org.baoxiu.office;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose flat it is, and who lives in it. */
public enum ResidentKind {
    OWNER("业主"),
    OCCUPANT("住户");

    private final String label;

    ResidentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<ResidentKind> labelled(@Nullable String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
