/**
 * The service slip: the record of one request. {@link org.baoxiu.slip.Slip} keeps number and state; its parts keep what belongs
 * together with the rules that need nothing else; the classes named after what is done, such as
 * {@link org.baoxiu.slip.Repairing}, take its steps in the order of states; {@link org.baoxiu.slip.Slips} and its neighbours do
 * one step each with its line in the history.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "office"})
package org.baoxiu.slip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
