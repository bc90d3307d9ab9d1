/** The register of flats, public places and people on the screen of the office. */
@NullMarked
package org.baoxiu.web.register;

import org.jspecify.annotations.NullMarked;
