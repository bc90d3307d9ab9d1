package org.baoxiu.notification;

/** Why a message could not be handed over: in Chinese, without addresses, telephone numbers and secrets. */
class DeliveryFailure extends RuntimeException {

    private final String reason;
    private final boolean permanent;

    private DeliveryFailure(String reason, boolean permanent) {
        super(reason);
        this.reason = reason;
        this.permanent = permanent;
    }

    /** Another attempt may succeed. */
    static DeliveryFailure passing(String reason) {
        return new DeliveryFailure(reason, false);
    }

    /** Another attempt with the same message and the same settings would fail as well. */
    static DeliveryFailure permanent(String reason) {
        return new DeliveryFailure(reason, true);
    }

    /** Unlike that of other exceptions never null. */
    @Override
    public String getMessage() {
        return reason;
    }

    boolean permanent() {
        return permanent;
    }
}
