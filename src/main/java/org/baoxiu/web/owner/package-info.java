/** Pages of owners: reporting, and the page behind the link to a slip. */
@NullMarked
package org.baoxiu.web.owner;

import org.jspecify.annotations.NullMarked;
