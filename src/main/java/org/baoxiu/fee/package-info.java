/**
 * What the owner pays: quotes, consent, bills, and the payments, waivers and refunds that follow. Amounts are yuan.
 */
@ApplicationModule(allowedDependencies = {"shared", "slip"})
package org.baoxiu.fee;

import org.springframework.modulith.ApplicationModule;
