/**
 * Who can do the work: qualifications with their certificates, assignments and helpers, outside contractors, absences,
 * the roster.
 */
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.dispatch;

import org.springframework.modulith.ApplicationModule;
