package org.baoxiu.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the models come from.
 *
 * @param directory a directory with {@code processes/} and {@code forms/} that replaces the models packed into the
 *                  application; empty for the packed ones
 */
@ConfigurationProperties("baoxiu.models")
record ModelProperties(String directory) {

    boolean packed() {
        return directory == null || directory.isBlank();
    }
}
