package org.baoxiu.models;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that the application is started with, by resource name ({@code processes/repair-request.bpmn}, {@code forms/assess-fault.form}).
 * Names are relative to where the models lie, so that starting elsewhere makes no new versions.
 */
record Models(Map<String, byte[]> all) {

    Models {
        all = new TreeMap<>(all);
    }

    SortedMap<String, byte[]> endingWith(String suffix) {
        SortedMap<String, byte[]> found = new TreeMap<>(all);
        found.keySet().removeIf(name -> !name.endsWith(suffix));
        return found;
    }
}
