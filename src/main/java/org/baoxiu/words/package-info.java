/**
 * Decision tables hold what people of the office say; the program has its codes. Here both are known, for each column of each table, and
 * nowhere else ({@code docs/decisions/0024-tables-in-words.md}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "slip", "commitment", "dispatch", "fee", "feedback", "notification"})
package org.baoxiu.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
