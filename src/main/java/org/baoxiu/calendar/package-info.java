/**
 * The service calendar: working hours, holidays with their make-up workdays, and what span of time a promise runs.
 */
@ApplicationModule(allowedDependencies = {})
package org.baoxiu.calendar;

import org.springframework.modulith.ApplicationModule;
