package org.baoxiu.fee;

import org.springframework.data.relational.core.mapping.Embedded;

/** A row of material offered on one quote: the same line as everywhere, in the table of the quotes. */
record QuotedMaterial(@Embedded.Empty MaterialLine material) {}
