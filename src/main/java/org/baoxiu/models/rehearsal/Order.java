package org.baoxiu.models.rehearsal;

import java.util.List;
import java.util.Map;

/**
 * What a process is asked to rehearse.
 *
 * @param groups      of the office, by their ids, whether somebody is in them
 * @param deployments files by name of each deployment that is not in force there yet
 * @param cases       names of the cases to go through; with none of them the set is only checked, and not in force afterwards
 */
record Order(Map<String, Boolean> groups, List<Map<String, byte[]>> deployments, List<String> cases) {}
