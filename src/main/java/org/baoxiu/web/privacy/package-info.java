@NullMarked
package org.baoxiu.web.privacy;

import org.jspecify.annotations.NullMarked;
