/** Who is told of what, by the table of recipients, and the facts that texts are made of. */
package org.baoxiu.process.repair.telling;
