/** Messages to people: the queue in which they wait, the channels by which they leave, and what became of them. */
package org.baoxiu.notification;
