/** The few values that everybody uses: they know nobody. */
package org.baoxiu.shared;
