/**
 * What is added to the engine's web applications: lists and columns of Tasklist, whose task it is, the REST side of it
 * and its short list of doors.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "office", "slip", "people", "engine"})
package org.baoxiu.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
