package org.baoxiu.slip;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of the repair catalogue as it was when the slip was registered.
 *
 * @param qualification  what a technician must hold (Q3)
 * @param standardHours  usual working time in hours
 * @param labourPrice    labour price in yuan; zero where the item is not in the paid-repair price list
 * @param inPriceList    whether the item is in the paid-repair labour price list (4.2.3)
 * @param area           where alone there is something to repair of this kind; null if it may be anywhere (4.5.1, 4.5.2)
 * @param forcedEntry    whether it cannot be done without breaking a lock or a door (4.7.5)
 * @param contractorOnly whether only an outside contractor may do it, such as the gas company (Q3)
 */
public record CatalogueItem(
        String code,
        String name,
        String qualification,
        double standardHours,
        BigDecimal labourPrice,
        boolean inPriceList,
        boolean emergencyByNature,
        String tools,
        String materials,
        @Nullable Area area,
        boolean forcedEntry,
        boolean contractorOnly) {

    /** Where alone it is found, if that is not here. */
    Optional<Area> elsewhereThan(Area here) {
        return Optional.ofNullable(area).filter(there -> there != here);
    }
}
