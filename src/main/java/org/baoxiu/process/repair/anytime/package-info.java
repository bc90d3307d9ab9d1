/** What may happen at any time of a case: urges, complaints, a cancelled request, tasks that change hands. */
@NullMarked
package org.baoxiu.process.repair.anytime;

import org.jspecify.annotations.NullMarked;
