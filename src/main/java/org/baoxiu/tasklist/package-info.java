/**
 * What is added to the engine's web applications: lists and columns of Tasklist, whose task it is, the REST side of it
 * and its short list of doors.
 */
@ApplicationModule(allowedDependencies = {"shared", "office", "slip", "people", "engine"})
package org.baoxiu.tasklist;

import org.springframework.modulith.ApplicationModule;
