package org.baoxiu.people;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.shared.Texts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the login of the company says of a person, and what it means here.
 *
 * @param nameClaim   the claim with the login name; nobody may be able to choose it, and nobody gets it a second time
 * @param groupsClaim the claim with one value or several, from which groups follow
 * @param groups      which; a value may stand for several groups, a group for several values
 */
@ConfigurationProperties("baoxiu.company-login")
public record CompanyLoginProperties(
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<GroupOfValue> groups) {

    public record GroupOfValue(String value, String group) {

        public GroupOfValue {
            if (Texts.isBlank(value) || Texts.isBlank(group)) {
                throw new IllegalArgumentException("baoxiu.company-login.groups: each needs a value and a group");
            }
        }
    }

    /** Ids of the groups that somebody with these values belongs to. */
    Set<String> groupsOf(Collection<String> values) {
        return groups.stream()
                .filter(one -> values.contains(one.value()))
                .map(GroupOfValue::group)
                .collect(Collectors.toSet());
    }

    /** Ids of the groups that are given and taken away by the login of the company; the others are the administrators'. */
    Set<String> managed() {
        return groups.stream().map(GroupOfValue::group).collect(Collectors.toSet());
    }

    long unknown(Collection<String> values) {
        return values.stream()
                .filter(value -> groups.stream().noneMatch(one -> one.value().equals(value)))
                .count();
    }
}
