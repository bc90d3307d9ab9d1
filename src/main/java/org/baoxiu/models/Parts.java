package org.baoxiu.models;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two lists of parts that are known by a name, compared: which are new, which are gone, which stand elsewhere.
 *
 * @param before by their names, in their order
 */
record Parts<P>(Map<String, P> before, Map<String, P> after) {

    /** Told what has become of each part that differs in that way. */
    interface Told<P> {

        void added(P part);

        void removed(P part);

        /** That the others around it have come or gone moves nothing. */
        void moved(P was, P is);

        /** Stands in both; whether it is the same is not asked here. */
        void kept(P was, P is);
    }

    void tell(Told<P> told) {
        Set<String> gone = new HashSet<>();
        Set<String> come = new HashSet<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(names(before), names(after)).getDeltas()) {
            gone.addAll(delta.getSource().getLines());
            come.addAll(delta.getTarget().getLines());
        }
        before.forEach((name, part) -> {
            if (gone.contains(name) && !after.containsKey(name)) {
                told.removed(part);
            }
        });
        after.forEach((name, part) -> {
            P former = before.get(name);
            if (former == null) {
                told.added(part);
            } else {
                if (come.contains(name) && gone.contains(name)) {
                    told.moved(former, part);
                }
                told.kept(former, part);
            }
        });
    }

    private static <P> List<String> names(Map<String, P> parts) {
        return List.copyOf(parts.keySet());
    }
}
