/** Figures of the process for those who answer for it: what each element of the models has to keep, how the work stands, and what an auditor asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment"})
package org.baoxiu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
