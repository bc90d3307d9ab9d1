/** Lists of slips, open and ended: which are in them, in which order, how many there are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment", "board"})
package org.baoxiu.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
