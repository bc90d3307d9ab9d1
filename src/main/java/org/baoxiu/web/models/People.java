package org.baoxiu.web.models;

import org.baoxiu.shared.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did something to the models, as colleagues know them. */
@Component("modelPeople")
class People {

    private final Names names;

    People(Names names) {
        this.names = names;
    }

    /** @param person login name; null for the program itself, at its start */
    String named(@Nullable String person) {
        return person == null ? "程序启动" : names.of(person);
    }
}
