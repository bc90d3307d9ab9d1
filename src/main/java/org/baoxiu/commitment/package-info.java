/** Promises: how long each thing may take; the clocks of a slip, when they are due, missed and told. */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "slip"})
package org.baoxiu.commitment;

import org.springframework.modulith.ApplicationModule;
