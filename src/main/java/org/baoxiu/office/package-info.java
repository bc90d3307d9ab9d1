/**
 * The register of the company's own: offices, buildings, units, flats and public places, owners and occupants. It is filled from a
 * list or by hand, and recognises a place that somebody has written. Nothing forces a register: what is not in it stays a text in
 * its normal form. Other rooms know a slip's office by its name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.baoxiu.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
