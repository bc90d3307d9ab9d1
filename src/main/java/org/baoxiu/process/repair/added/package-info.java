/** What the process owner has added to the diagram and the forms, which the program has no line of its own for. */
@NullMarked
package org.baoxiu.process.repair.added;

import org.jspecify.annotations.NullMarked;
