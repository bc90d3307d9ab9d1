/**
 * Who can do the work: qualifications with their certificates, assignments and helpers, outside contractors, absences,
 * the roster.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
