package org.baoxiu.monthend.report;

import java.util.HashMap;
import java.util.Map;
import org.baoxiu.shared.Names;

/** The names of those whom one report speaks of: each is looked up once, however many lines name them. */
final class Colleagues {

    private final Names names;
    private final Map<String, String> known = new HashMap<>();

    Colleagues(Names names) {
        this.names = names;
    }

    String nameOf(String login) {
        return known.computeIfAbsent(login, names::of);
    }
}
