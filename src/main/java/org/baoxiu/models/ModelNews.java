package org.baoxiu.models;

import org.baoxiu.notification.Occasion;

/**
 * Something that process owners are to be told; in the transaction of the step.
 *
 * @param by login name of whoever did it and knows it; empty for the program itself
 */
public record ModelNews(Occasion occasion, String by) {}
