/**
 * One field that finds a slip, open or closed, by whatever somebody at the telephone says of it. What a slip says is kept beside it
 * in one spelling, written whenever the slip is saved.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
