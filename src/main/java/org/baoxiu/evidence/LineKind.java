package org.baoxiu.evidence;

enum LineKind {
    /** As it was found when the evidence began. */
    FOUND,
    /** The application has written the row. */
    WRITTEN,
    /** People were taken out of the slip: from here on another salt holds, and what is still there is written anew. */
    FORGOTTEN,
    /** Somebody has found out what is behind a finding. */
    EXPLAINED
}
