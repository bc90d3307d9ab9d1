package org.baoxiu.search;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param hits open slips first, then the newest; at most {@value SlipSearch#MOST}
 * @param more whether there are others
 */
public record Found(List<Hit> hits, boolean more) {

    static final Found NOTHING = new Found(List.of(), false);
}
