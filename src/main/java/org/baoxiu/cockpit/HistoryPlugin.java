package org.baoxiu.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Found by Cockpit by the service loader; without it nobody would ask for {@link HistoryResource}. */
public final class HistoryPlugin extends AbstractCockpitPlugin {

    /** Also the folder of the browser's side. */
    public static final String ID = "baoxiu";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getAssetDirectory() {
        return "plugin/" + ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(HistoryResource.class, RightsOfCompany.class);
    }
}
