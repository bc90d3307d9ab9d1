package org.baoxiu.paper;

import org.jspecify.annotations.Nullable;

/**
 * One copy of one slip on its way to the printer.
 *
 * @param ownerLink picture of the QR code to the owner's page, as data URI, or null
 */
record Sheet(PrintedSlip slip, String copy, @Nullable String ownerLink) {}
