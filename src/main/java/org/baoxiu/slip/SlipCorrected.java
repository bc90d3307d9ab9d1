package org.baoxiu.slip;

import java.util.List;

/** Something that was registered wrongly has been put right, in the transaction in which that happens. */
public record SlipCorrected(Slip slip, List<Correction.Change> changes) {}
