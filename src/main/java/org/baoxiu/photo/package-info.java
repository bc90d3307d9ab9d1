/** Photos and signatures of a slip: decoded, made smaller, encoded anew and kept. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
