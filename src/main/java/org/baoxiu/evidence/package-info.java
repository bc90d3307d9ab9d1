/**
 * Evidence: what was written to the record, when and in which order, so that a change behind the application's back is found. One chain of lines a
 * slip and a month, keyed from outside the database; each night a seal of how far the chains have come.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "notification", "privacy"})
package org.baoxiu.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
