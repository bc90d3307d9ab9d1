package org.baoxiu.shared;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people are called. The record keeps login names; whoever reads about a colleague reads a name. */
public interface Names {

    /** The name of each by login name; where none is known, also of somebody who has left, the login name itself. */
    Map<String, String> of(Collection<String> people);

    default String of(String person) {
        return of(List.of(person)).getOrDefault(person, person);
    }
}
