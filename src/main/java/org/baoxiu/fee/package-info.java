/**
 * What the owner pays: quotes, consent, bills, and the payments, waivers and refunds that follow. Amounts are yuan.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
