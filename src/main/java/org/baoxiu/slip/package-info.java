/** The service slip: the record of one request with its states, history and rules. */
@ApplicationModule(allowedDependencies = {"shared"})
package org.baoxiu.slip;

import org.springframework.modulith.ApplicationModule;
