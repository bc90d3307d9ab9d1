package org.baoxiu.dispatch;

import java.time.LocalDate;

/**
 * A technician has recorded work on a slip with a certificate that was valid when the slip was picked up and has run out since (Q3).
 * Published in the transaction of the step, once for each assignment.
 *
 * @param technician login name
 * @param expiredOn  the last day on which it counted
 */
public record CertificateLapsed(
        String slipNumber, String technician, Qualification qualification, LocalDate expiredOn) {}
