/**
 * One application: the record of the repair requests and its rules, the engine with the models that work on it, and
 * the pages. See {@code docs/architecture.md}.
 */
@NullMarked
package org.baoxiu;

import org.jspecify.annotations.NullMarked;
