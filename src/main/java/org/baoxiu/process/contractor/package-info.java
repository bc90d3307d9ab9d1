/**
 * The processes {@code contractorRecord} and {@code contractorOrder}: firms from outside, and what they are called
 * for.
 */
package org.baoxiu.process.contractor;
