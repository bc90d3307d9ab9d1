@NullMarked
package org.baoxiu.web.operations;

import org.jspecify.annotations.NullMarked;
