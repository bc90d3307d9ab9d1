package org.baoxiu.evidence;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the evidence.
 *
 * @param key        at least 32 characters; empty where a file has it
 * @param keyFile    made at the first start; empty where {@code key} has to be set, as on PostgreSQL
 * @param formerKeys with which older lines were written
 * @param sendTo     e-mail addresses outside that get each seal
 */
@ConfigurationProperties("baoxiu.evidence")
record EvidenceProperties(
        @DefaultValue("") String key,
        @DefaultValue("") String keyFile,
        @DefaultValue List<String> formerKeys,
        @DefaultValue List<String> sendTo) {}
