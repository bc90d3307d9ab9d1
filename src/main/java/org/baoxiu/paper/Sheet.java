package org.baoxiu.paper;

/**
 * One copy of one slip on its way to the printer.
 *
 * @param ownerLink picture of the QR code to the owner's page, as data URI, or null
 */
record Sheet(PrintedSlip slip, String copy, String ownerLink) {}
