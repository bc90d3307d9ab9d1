package org.baoxiu.commitment;

/** A clock about which somebody is told now. */
public record Attention(Commitment commitment, Stage stage) {}
