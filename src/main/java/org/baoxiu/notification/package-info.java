/** Messages to people: the queue in which they wait, the channels by which they leave, and what became of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "dispatch"})
package org.baoxiu.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
