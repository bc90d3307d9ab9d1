/**
 * The service calendar: working hours, holidays with their make-up workdays, and what span of time a promise runs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baoxiu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
