/** Who can do the work: qualifications with their certificates, assignments and helpers, absences, the roster; outside contractors and what they are given. */
package org.baoxiu.dispatch;
