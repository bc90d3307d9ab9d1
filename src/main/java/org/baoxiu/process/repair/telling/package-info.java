/** Who is told of what, by the table of recipients, and the facts that texts are made of. */
@NullMarked
package org.baoxiu.process.repair.telling;

import org.jspecify.annotations.NullMarked;
