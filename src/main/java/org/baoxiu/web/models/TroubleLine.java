package org.baoxiu.web.models;

import org.baoxiu.models.ModelTrouble;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Times;

/**
 * Something that has gone wrong since a change, as the page shows it.
 *
 * @param what a sentence without its end
 */
record TroubleLine(long change, String time, String what) {

    private static final int REASON = 180;

    static TroubleLine of(ModelTrouble trouble) {
        return new TroubleLine(trouble.change(), Times.minute(trouble.at()), trouble.sentence());
    }

    /** Of a step back, to begin with. */
    String reason() {
        return Excerpt.line("上线以后" + what, REASON);
    }
}
