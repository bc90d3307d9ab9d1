/** Call-backs and ratings, and what follows from them. */
@ApplicationModule(allowedDependencies = {"shared", "slip", "dispatch"})
package org.baoxiu.feedback;

import org.springframework.modulith.ApplicationModule;
