package org.baoxiu.dispatch;

/** A certificate was recorded or renewed (Q3); in the transaction that does it. */
public record CertificatesChanged() {}
