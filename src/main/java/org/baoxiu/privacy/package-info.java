/**
 * What the office knows about owners and how long it keeps it: what is not needed any more goes by night, and whoever asks is told what there is
 * or is forgotten. The work that was done stays on record; who it was done for does not.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "notification"})
package org.baoxiu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
