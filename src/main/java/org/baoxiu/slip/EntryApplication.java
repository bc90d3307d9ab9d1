package org.baoxiu.slip;

import java.time.LocalDate;

/** The written application without which no lock or door is broken (4.7.5). */
public record EntryApplication(String applicant, String reference, LocalDate date) {}
