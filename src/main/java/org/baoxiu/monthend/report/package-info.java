/** The figures of a month, by what they are counted and how they are drawn. */
@NullMarked
@NamedInterface("report")
package org.baoxiu.monthend.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
