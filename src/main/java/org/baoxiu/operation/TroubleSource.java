package org.baoxiu.operation;

import java.util.List;

/** A part of the application that looks for what has failed in it. */
interface TroubleSource {

    /** As it is at this moment. */
    List<Trouble> found();
}
