/** What leaves the office on paper: the printed slip, blank slips for a power cut, the owners' monthly statements. */
@ApplicationModule(allowedDependencies = {"shared", "slip", "photo", "dispatch", "fee", "notification"})
package org.baoxiu.paper;

import org.springframework.modulith.ApplicationModule;
