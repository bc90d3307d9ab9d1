package org.baoxiu.web.card;

/**
 * By what somebody has come to a card.
 *
 * @param slip      number of a slip, or empty
 * @param telephone of whoever calls, or empty
 */
record Asked(String slip, String telephone) {

    /** @param telephone of whoever calls, or empty */
    static Asked by(String telephone) {
        return new Asked("", telephone);
    }
}
