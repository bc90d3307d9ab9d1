package org.baoxiu.privacy;

/**
 * People are about to be taken out of a slip, in the present transaction; it is still as it was.
 *
 * @param what goes, and why; without a name
 */
public record SlipIsForgotten(String number, String what) {}
