/** Tasks on a phone. */
@NullMarked
package org.baoxiu.web.tasks;

import org.jspecify.annotations.NullMarked;
