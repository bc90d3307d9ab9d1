/** What the wall shows: open slips and their clocks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment"})
package org.baoxiu.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
