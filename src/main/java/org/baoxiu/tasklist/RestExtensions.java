package org.baoxiu.tasklist;

import java.util.List;
import org.baoxiu.engine.ErrorMappers;

/** What both REST interfaces get besides the engine's own: the one for programs and the one behind Tasklist. */
final class RestExtensions {

    static final List<Class<?>> ALL = List.of(
            ErrorMappers.ForRestException.class,
            ErrorMappers.ForEngineException.class,
            ErrorMappers.ForAnything.class,
            EngineDoors.class,
            TaskColumns.class,
            TaskClaims.class,
            RolesOfTasks.class,
            OfficesOnForms.class);

    /** What the interfaces of the web applications themselves get. */
    static final List<Class<?>> DOORS = List.of(EngineDoors.class);

    private RestExtensions() {}
}
