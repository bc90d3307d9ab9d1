/** Promises: how long each thing may take; the clocks of a slip, when they are due, missed and told. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "slip"})
package org.baoxiu.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
