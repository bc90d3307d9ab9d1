package org.baoxiu.dispatch;

import java.util.Collection;
import java.util.List;

/** Who may have to do with the slips of an office. */
public interface OfficePeople {

    /** Those of some people who may, in the same order. */
    List<String> within(Collection<String> logins, String office);
}
