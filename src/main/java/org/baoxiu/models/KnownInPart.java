package org.baoxiu.models;

import java.util.Set;

/** What is known of a case only while one part of its process runs. */
public interface KnownInPart {

    /** Key of the process. */
    String process();

    /** Id of the part. */
    String part();

    /** As expressions read it. */
    Set<String> names();
}
