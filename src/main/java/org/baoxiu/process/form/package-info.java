/** Fields and forms as they are submitted. */
@NullMarked
package org.baoxiu.process.form;

import org.jspecify.annotations.NullMarked;
