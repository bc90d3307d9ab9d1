package org.baoxiu.dispatch;

import java.util.Collection;
import java.util.Set;

/** Who works in the maintenance team now; a certificate stays in the register when its holder leaves (Q3). */
public interface MaintenanceTeam {

    Set<String> membersAmong(Collection<String> people);
}
