package org.baoxiu.photo;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * One photo or signature of a slip; its picture is read by {@link Photos#image} alone.
 *
 * @param id 0 until it is saved
 */
public record Photo(@Id long id, String slipNumber, PhotoKind kind, Instant addedAt, String addedBy) {}
