package org.baoxiu.slip;

/**
 * The slips of public areas that customer service has not verified yet (4.5.1).
 *
 * @param working  how many are still being worked on
 * @param finished how many wait for the verification
 */
public record PublicWork(int working, int finished) {

    public boolean none() {
        return working + finished == 0;
    }
}
