package org.baoxiu.evidence;

import java.time.Instant;

/**
 * What somebody has found out about a finding.
 *
 * @param by      login name
 * @param finding as it was told then
 */
public record Explanation(Instant at, String by, String reason, String finding) {}
