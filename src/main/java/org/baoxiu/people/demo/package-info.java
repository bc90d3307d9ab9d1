/** People and certificates to try the application with; there in the profile {@code demo} only. */
@NullMarked
package org.baoxiu.people.demo;

import org.jspecify.annotations.NullMarked;
