/** Who can do the work: qualifications with their certificates, assignments and helpers, absences, the roster. */
package org.baoxiu.dispatch;
