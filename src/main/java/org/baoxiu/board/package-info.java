/** What the wall shows: open slips and their clocks. */
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment"})
package org.baoxiu.board;

import org.springframework.modulith.ApplicationModule;
