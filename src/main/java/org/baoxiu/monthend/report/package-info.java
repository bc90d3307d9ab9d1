/** The figures of a month, by what they are counted and how they are drawn. */
@NamedInterface("report")
package org.baoxiu.monthend.report;

import org.springframework.modulith.NamedInterface;
