package org.baoxiu.office;

import org.jspecify.annotations.Nullable;

/**
 * A management office 管理处: whom something is reported to.
 *
 * @param id            null before it is in the register
 * @param name          as on its slips, at most 40 characters
 * @param telephone     that owners dial, as people read it (4.3.1.1); behind 转 or a third dash an extension; null while it is unknown
 * @param address       or null
 * @param emergencyLine that is answered at any hour, or null
 */
public record Office(
        @Nullable Long id,
        String name,
        @Nullable String telephone,
        @Nullable String address,
        @Nullable String emergencyLine) {

    public static Office named(String name) {
        return new Office(null, name, null, null, null);
    }

    /** What is known of it stays; what is not known yet comes from somewhere else. */
    Office completedBy(Office other) {
        return new Office(
                id,
                name,
                telephone == null ? other.telephone : telephone,
                address == null ? other.address : address,
                emergencyLine == null ? other.emergencyLine : emergencyLine);
    }
}
