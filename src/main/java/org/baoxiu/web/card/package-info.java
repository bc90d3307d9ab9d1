/** The card of a flat or public place, which stands before whoever answers the telephone, and what is done from it. */
@NullMarked
package org.baoxiu.web.card;

import org.jspecify.annotations.NullMarked;
