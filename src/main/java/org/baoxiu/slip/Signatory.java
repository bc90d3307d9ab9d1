package org.baoxiu.slip;

/**
 * Who agreed or signed: the owner, or a deputy named by the owner (S6).
 */
public record Signatory(String name, boolean deputy) {

    @Override
    public String toString() {
        return deputy ? name + "（受托人）" : name;
    }
}
