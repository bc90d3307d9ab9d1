package org.baoxiu.fee;

import org.springframework.data.relational.core.mapping.Embedded;

/** A row of material used on one bill: the same line as everywhere, in the table of the bills. */
record UsedMaterial(@Embedded.Empty MaterialLine material) {}
