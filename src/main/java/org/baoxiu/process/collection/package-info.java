/** The process {@code feeCollection}: payments, waivers and refunds of a reviewed bill. */
package org.baoxiu.process.collection;
