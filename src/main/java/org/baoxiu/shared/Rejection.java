package org.baoxiu.shared;

/**
 * A request that the rules of the procedure do not allow. The message is Chinese and addressed to the person at the
 * screen: what is wrong and what to do. Whatever was begun is rolled back whole.
 */
public class Rejection extends RuntimeException {

    /**
     * Why it was refused: the input is wrong, the slip has moved on or does not wait for it, somebody else is changing it at this
     * moment and the same may succeed in a second, or this person may not do it.
     */
    public enum Kind {
        INVALID,
        OUT_OF_TURN,
        BUSY,
        FORBIDDEN
    }

    private final Kind kind;
    private final String sentence;

    private Rejection(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.sentence = message;
    }

    public static Rejection invalid(String message) {
        return new Rejection(Kind.INVALID, message);
    }

    public static Rejection forbidden(String message) {
        return new Rejection(Kind.FORBIDDEN, message);
    }

    public static Rejection outOfTurn(String message) {
        return new Rejection(Kind.OUT_OF_TURN, message);
    }

    public static Rejection busy(String message) {
        return new Rejection(Kind.BUSY, message);
    }

    /** Wrong input on one slip: the message begins with its number. */
    public static Rejection invalid(String slipNumber, String message) {
        return invalid(onSlip(slipNumber, message));
    }

    /** A step that one slip does not allow now, whatever the input: the message begins with its number. */
    public static Rejection outOfTurn(String slipNumber, String message) {
        return outOfTurn(onSlip(slipNumber, message));
    }

    /** A step on one slip that this person may not do: the message begins with its number. */
    public static Rejection forbidden(String slipNumber, String message) {
        return forbidden(onSlip(slipNumber, message));
    }

    private static String onSlip(String slipNumber, String message) {
        return "维修单 " + slipNumber + "：" + message;
    }

    /** Unlike that of other exceptions never null. */
    @Override
    public String getMessage() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }
}
