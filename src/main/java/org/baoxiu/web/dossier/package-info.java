/** All that is known of one slip, on one page and on paper. */
@NullMarked
package org.baoxiu.web.dossier;

import org.jspecify.annotations.NullMarked;
