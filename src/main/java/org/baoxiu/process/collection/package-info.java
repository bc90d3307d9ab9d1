/** The process {@code feeCollection}: payments, waivers and refunds of a reviewed bill. */
@NullMarked
package org.baoxiu.process.collection;

import org.jspecify.annotations.NullMarked;
