@NullMarked
package org.baoxiu.web.evidence;

import org.jspecify.annotations.NullMarked;
