package org.baoxiu.calendar;

/** A file that is no holiday table: the message names file and line, and is all that the log says. */
public class HolidayTableException extends IllegalArgumentException {

    HolidayTableException(String message) {
        super(message);
    }
}
