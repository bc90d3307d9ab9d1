/** What leaves the office on paper: the printed slip, blank slips for a power cut, the owners' monthly statements. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "photo", "dispatch", "fee", "notification"})
package org.baoxiu.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
