/** How an office begins: what it needs before the first slip, step by step. */
@NullMarked
package org.baoxiu.web.setup;

import org.jspecify.annotations.NullMarked;
