/**
 * What is added to Cockpit: cases that have ended, and the history of every case against its promises. The browser's side stands
 * below {@code plugin/baoxiu} and among Cockpit's scripts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip", "commitment", "audit", "people", "words"})
package org.baoxiu.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
