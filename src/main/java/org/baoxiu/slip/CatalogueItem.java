package org.baoxiu.slip;

import java.math.BigDecimal;

/**
 * An item of the repair catalogue as it was when the slip was registered.
 *
 * @param qualification what a technician must hold (Q3)
 * @param standardHours usual working time in hours
 * @param labourPrice   labour price in yuan; zero where the item is not in the paid-repair price list
 * @param inPriceList   whether the item is in the paid-repair labour price list (4.2.3)
 */
public record CatalogueItem(String code, String name, String qualification, double standardHours, BigDecimal labourPrice,
                            boolean inPriceList, boolean emergencyByNature, String tools, String materials) {
}
