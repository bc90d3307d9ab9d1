/**
 * The few values that everybody uses: rejections, persons, group ids; texts, times, numbers, telephones and money as
 * people write them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.baoxiu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
