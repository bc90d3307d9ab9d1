package org.baoxiu.slip;

import java.time.Instant;

/**
 * An answer to a field that the program does not know, since the process owner has added it to a form.
 *
 * @param key    begins with {@code extra_}
 * @param label  as the form had it when it was filled in
 * @param words  the answer as people read it; empty if it was taken back
 * @param step   name of the task with the form
 * @param person login name
 */
public record FreeField(String key, String label, String words, String step, String person, Instant at) {

    public static final int LONGEST_KEY = 60;
    public static final int LONGEST_LABEL = 60;
    public static final int LONGEST_WORDS = 500;
}
