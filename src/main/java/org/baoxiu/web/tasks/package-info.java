/** Tasks on a phone. */
package org.baoxiu.web.tasks;
