package org.baoxiu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Something that the application has not done.
 *
 * @param chain number of the slip, or the month, or {@link SealCheck#SEALS}
 * @param row   as {@link Row#id}, or null where it is about the chain itself
 * @param text  in Chinese, with the slip; without names of owners
 * @param state hash of what is there now instead of what should be: whatever is done next is another finding
 */
record Finding(String chain, @Nullable String row, String text, byte[] state) {

    static Finding of(String chain, @Nullable String row, String text, Canonical state) {
        return new Finding(
                chain, row, text, new Canonical().add(chain).add(row).add(state).hash());
    }
}
