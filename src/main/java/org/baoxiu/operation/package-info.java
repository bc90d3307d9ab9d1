/**
 * What whoever operates the application needs: figures that name nobody, what has failed and how to see to it, whether the records
 * agree, backups, and whether this is the real installation or a copy of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "slip", "dispatch", "notification", "people", "engine", "evidence"
        })
package org.baoxiu.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
