/** For those who answer for the work: how it stands today. */
@NullMarked
package org.baoxiu.web.managers;

import org.jspecify.annotations.NullMarked;
