package org.baoxiu.slip;

import java.util.EnumSet;
import java.util.Set;

/** What has happened last to a slip, in the order of the seven steps. */
public enum SlipState {
    RECEIVED("已接报"),
    REGISTERED("已登记"),
    NOTIFIED("已通知维修班"),
    PICKED_UP("已领单"),
    ON_SITE("已到场"),
    QUOTED("已报价"),
    CONSENTED("业主已同意"),
    REFUSED("业主不同意维修"),
    WORKING("维修中"),
    SUPPORT_REQUESTED("等待技术支援"),
    DEFERRED("暂缓维修"),
    FINISHED("修理完毕"),
    CONFIRMED("已确认"),
    FOLLOWED_UP("已回访"),
    CLOSED("已关闭"),
    CANCELLED("已取消"),
    /** It should never have been opened: it counts nowhere as a repair. */
    MISTAKEN("误登记"),
    /** It was about the same as another slip, which goes on: it counts nowhere as a repair of its own. */
    JOINED("已并单");

    /** From pick-up until the work is confirmed the slip counts as load of its technician (S4). */
    static final Set<SlipState> WITH_TECHNICIAN =
            EnumSet.of(PICKED_UP, ON_SITE, QUOTED, CONSENTED, WORKING, SUPPORT_REQUESTED, DEFERRED, FINISHED);

    /** What is repaired together: until the work is finished, unless the owner has refused it. */
    private static final Set<SlipState> ADDED_TO = EnumSet.of(
            RECEIVED,
            REGISTERED,
            NOTIFIED,
            PICKED_UP,
            ON_SITE,
            QUOTED,
            CONSENTED,
            WORKING,
            SUPPORT_REQUESTED,
            DEFERRED);

    private final String label;

    SlipState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The repair itself is over and only the owner's word or the report is missing, or not even they. */
    public boolean repaired() {
        return this == FINISHED || this == CONFIRMED;
    }

    public boolean ended() {
        return this == CLOSED || this == CANCELLED || none();
    }

    /** It has ended, and was no repair of its own: figures leave it out. */
    public boolean none() {
        return this == MISTAKEN || this == JOINED;
    }

    /** Of the seven, where item and class are settled now: at registration, and looked at again by the assessment or after an urge. */
    int stepOfItem() {
        return switch (this) {
            case REGISTERED -> 2;
            case NOTIFIED -> 3;
            default -> 0;
        };
    }

    /** Whether what is added to the fault still reaches the repair. */
    public boolean mayBeAddedTo() {
        return ADDED_TO.contains(this);
    }
}
