/** Call-backs and ratings, and what follows from them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "dispatch"})
package org.baoxiu.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
