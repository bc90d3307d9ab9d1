/**
 * What an owner may do and see, without a screen: reports, the steps of a case, what its page says, and the links to
 * it; and what a clerk enters for an owner at the telephone.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "office",
            "slip",
            "photo",
            "commitment",
            "dispatch",
            "fee",
            "notification",
            "feedback"
        })
package org.baoxiu.owner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
