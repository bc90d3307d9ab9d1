/**
 * One fault that concerns many 公共故障: where it is, since when and until when, who has called about it, and who is told. No slip is opened
 * for a caller; the one slip that repairs it may be named. A planned one is announced before it begins.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "office", "slip", "notification"})
package org.baoxiu.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
