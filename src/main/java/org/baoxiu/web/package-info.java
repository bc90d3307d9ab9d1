/** Pages and the intake API, by who stands in front of them. Only {@code security} knows the engine. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "office",
            "slip",
            "photo",
            "commitment",
            "audit",
            "dispatch",
            "fee",
            "notification",
            "feedback",
            "paper",
            "monthend",
            "monthend :: report",
            "board",
            "search",
            "lists",
            "people",
            "engine",
            "models",
            "models :: rehearsal",
            "incident",
            "operation",
            "privacy",
            "evidence",
            "owner",
            "tasklist"
        })
package org.baoxiu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
