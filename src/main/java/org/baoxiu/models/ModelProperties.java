package org.baoxiu.models;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the models come from.
 *
 * @param directory    a directory with {@code processes/} and {@code forms/} that replaces the models packed into the
 *                     application; empty for the packed ones
 * @param confirmJumps whether figures in it that differ by more than half from what is active are meant
 * @param secondApproval whether a second process owner has to agree before anything that a person changes goes live
 */
@ConfigurationProperties("baoxiu.models")
record ModelProperties(String directory, boolean confirmJumps, boolean secondApproval) {

    boolean packed() {
        return directory == null || directory.isBlank();
    }
}
