package org.baoxiu.web.api;

import java.util.List;

/**
 * An application of somebody else that speaks for owners. It reports for its offices and sees what it has reported.
 *
 * @param id     also names its settings
 * @param active whether it has a key
 */
record Client(String id, String name, boolean active, List<String> offices) {}
