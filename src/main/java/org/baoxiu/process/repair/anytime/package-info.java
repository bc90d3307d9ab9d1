/** What may happen at any time of a case: urges, complaints, a cancelled request, tasks that change hands. */
package org.baoxiu.process.repair.anytime;
