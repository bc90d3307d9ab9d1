/** Staff behind the engine: groups, rights, passwords, who is on duty, and what of it is there at the first start. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "office", "slip", "dispatch", "notification"})
package org.baoxiu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
