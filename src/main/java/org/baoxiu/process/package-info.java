/**
 * What the models call: listeners and delegates that translate a form into a call of the record, and a contract class
 * per process with every name of its model.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "office",
            "slip",
            "photo",
            "commitment",
            "audit",
            "dispatch",
            "fee",
            "notification",
            "feedback",
            "monthend",
            "monthend :: report",
            "incident",
            "people",
            "owner",
            "words",
            "engine",
            "models"
        })
package org.baoxiu.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
