/** Who of the office is told of what, by the table of recipients, and the facts that texts are made of. */
package org.baoxiu.workflow.telling;
