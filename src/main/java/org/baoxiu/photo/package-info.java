/** Photos and signatures of a slip: decoded, made smaller, encoded anew and kept. */
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.photo;

import org.springframework.modulith.ApplicationModule;
