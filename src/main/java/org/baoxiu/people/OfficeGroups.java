package org.baoxiu.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one place where group and office meet (docs/decisions/0017-offices.md). Whoever belongs to an office is in a group of the
 * engine for it, {@code office7}; whoever is in none works for the whole company. A role stays a group, {@code customerService}. From
 * both follow, without being stored anywhere as members:
 *
 * <ul>
 *   <li>{@code customerServiceAt7}: whom a task of a slip of office 7 is offered to, beside the role itself;
 *   <li>{@code directorOfCompany}: what only those of a role may do who work for the whole company.
 * </ul>
 */
public final class OfficeGroups {

    /** Type of the groups that stand for an office. */
    public static final String TYPE = "OFFICE";

    private static final String OFFICE = "office";
    /** Between a role and the id of an office. */
    public static final String AT = "At";

    private static final String OF_COMPANY = "OfCompany";
    private static final Pattern OFFICES = Pattern.compile(OFFICE + "([0-9]{1,18})");
    private static final Pattern OFFERED = Pattern.compile(".+" + AT + "[0-9]{1,18}");

    private OfficeGroups() {}

    /** Of whoever belongs to an office. @param office its id in the register */
    public static String of(long office) {
        return OFFICE + office;
    }

    /** Id of the office that a group stands for; empty for any other group. */
    public static Optional<Long> office(String group) {
        return Optional.of(OFFICES.matcher(group)).filter(Matcher::matches).map(found -> Long.valueOf(found.group(1)));
    }

    /** Of those of a role who work for the whole company. */
    public static String ofCompany(String role) {
        return role + OF_COMPANY;
    }

    /** Whom a task is offered to that a role may do, and that is about a slip of an office. */
    public static String at(String role, long office) {
        return role + AT + office;
    }

    /** Whether a task is offered to it by {@link #at}, beside a role. */
    public static boolean isAtOffice(String group) {
        return OFFERED.matcher(group).matches();
    }

    /** Whether {@code other} is what {@link #at} makes of a role for some office. */
    public static boolean isOf(String role, String other) {
        return isAtOffice(other) && other.substring(0, other.lastIndexOf(AT)).equals(role);
    }

    /** Whether somebody in these groups works for the whole company. */
    public static boolean companyWide(Collection<String> groups) {
        return groups.stream().noneMatch(group -> OFFICES.matcher(group).matches());
    }

    /** The groups whose rights somebody has who is in these. */
    public static List<String> withRights(@Nullable Collection<String> groupsOrNull) {
        List<String> all = new ArrayList<>(groupsOrNull == null ? List.of() : groupsOrNull);
        if (companyWide(all)) {
            List.copyOf(all).forEach(role -> all.add(ofCompany(role)));
        }
        return all;
    }

    /** The groups whose tasks somebody may do who is in these: whoever belongs to offices does those of their slips only. */
    public static List<String> offered(@Nullable Collection<String> groupsOrNull) {
        List<String> groups = List.copyOf(groupsOrNull == null ? List.of() : groupsOrNull);
        return companyWide(groups) ? groups : offered(groups, groups);
    }

    /** Likewise, of some roles only. */
    static List<String> offered(Collection<String> roles, Collection<String> groups) {
        List<Long> offices =
                groups.stream().flatMap(group -> office(group).stream()).toList();
        return roles.stream()
                .filter(role -> office(role).isEmpty())
                .flatMap(role -> offices.stream().map(office -> at(role, office)))
                .toList();
    }

    /**
     * What somebody means who asks for the tasks of some groups: of their own groups those that they may do, of others nothing.
     *
     * @param asked groups, those of {@link #offered} among them
     */
    public static List<String> meant(Collection<String> asked, @Nullable Collection<String> groupsOrNull) {
        List<String> groups = List.copyOf(groupsOrNull == null ? List.of() : groupsOrNull);
        List<String> own = asked.stream().filter(groups::contains).toList();
        if (companyWide(groups)) {
            return own;
        }
        List<String> offered = offered(groups);
        List<String> meant = new ArrayList<>(offered(own, groups));
        asked.stream()
                .filter(offered::contains)
                .filter(group -> !meant.contains(group))
                .forEach(meant::add);
        return meant;
    }
}
