package org.baoxiu.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One photo or signature of a slip; its picture is read by {@link Photos#image} alone. */
public record Photo(@Id @Nullable Long id, String slipNumber, PhotoKind kind, Instant addedAt, String addedBy) {}
