/** What a draft of tables would have changed of past slips, in the terms of the procedure. */
@NullMarked
package org.baoxiu.process.replay;

import org.jspecify.annotations.NullMarked;
