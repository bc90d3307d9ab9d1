package org.baoxiu.shared;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The offices whose slips somebody may see: those that they belong to, or all of the company for whoever belongs to none.
 *
 * @param offices by name; null for the whole company, an office that is not registered yet included
 */
public record OfficeScope(@Nullable Set<String> offices) {

    public static final OfficeScope COMPANY = new OfficeScope(null);

    public OfficeScope {
        offices = offices == null ? null : Set.copyOf(offices);
    }

    public boolean company() {
        return offices == null;
    }

    public boolean covers(String office) {
        return offices == null || offices.contains(office);
    }

    /** Those of some offices that it covers, in the same order. */
    public List<String> among(Collection<String> names) {
        return names.stream().filter(this::covers).toList();
    }

    /** A condition of a statement, true for the whole company; its parameter {@code offices} is {@link #parameter}. */
    public String condition(String column) {
        return offices == null ? "1 = 1" : column + " in (:offices)";
    }

    /** What {@link #condition} asks for: never empty, which no database takes; no office has an empty name. */
    public Collection<String> parameter() {
        return offices == null || offices.isEmpty() ? Set.of("") : offices;
    }
}
