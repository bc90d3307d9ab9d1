/**
 * The register of the company's own: its offices. Everything that names an office asks here; other rooms know a slip's office
 * by its name.
 */
@ApplicationModule(allowedDependencies = {"shared"})
package org.baoxiu.office;

import org.springframework.modulith.ApplicationModule;
