/** What an operator's instruments read: figures of the whole office, none about a person. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
