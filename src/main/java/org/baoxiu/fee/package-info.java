/** What the owner pays: quotes, consent, bills, and the payments, waivers and refunds that follow. Amounts are yuan. */
package org.baoxiu.fee;
