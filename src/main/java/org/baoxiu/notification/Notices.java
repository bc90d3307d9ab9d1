package org.baoxiu.notification;

import java.util.Optional;

/** Where the texts, channels and expiry times are kept: a process owner changes them without a programmer. */
public interface Notices {

    /**
     * @param role the group that is told; {@code technician} for whoever has the slip in hand, {@code owner}, or {@code reporter} for
     *             whoever reported something in a public area
     * @return empty if nobody of this role is told of it
     * @throws org.baoxiu.shared.Rejection if the table gives no usable answer
     */
    Optional<Notice> about(Occasion occasion, String role);
}
