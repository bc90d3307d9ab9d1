/**
 * The processes {@code contractorRecord} and {@code contractorOrder}: firms from outside, and what they are called
 * for.
 */
@NullMarked
package org.baoxiu.process.contractor;

import org.jspecify.annotations.NullMarked;
