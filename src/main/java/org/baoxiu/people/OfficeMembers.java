package org.baoxiu.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.OfficePeople;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who belongs to which office, and so whose slips they see. Whatever shows a slip or lets somebody do something with it asks here; the
 * engine's own doors hold the same rule by the groups of {@link OfficeGroups}.
 */
@Component
public class OfficeMembers implements OfficePeople {

    private final Persons persons;
    private final OfficeRegister register;
    private final Slips slips;
    private final JdbcClient database;

    OfficeMembers(Persons persons, OfficeRegister register, Slips slips, JdbcClient database) {
        this.persons = persons;
        this.register = register;
        this.slips = slips;
        this.database = database;
    }

    /** @param login of somebody with a login */
    public OfficeScope scopeOf(String login) {
        return scope(persons.groupsOf(login));
    }

    /** Of whoever takes the present step of a process; owners and the process itself are held by other rules. */
    public OfficeScope scopeOfPresent() {
        return scopeOf(persons.current());
    }

    private OfficeScope scopeOf(Person person) {
        return person.colleague() ? scope(person.groups()) : OfficeScope.COMPANY;
    }

    private OfficeScope scope(Collection<String> groups) {
        if (OfficeGroups.companyWide(groups)) {
            return OfficeScope.COMPANY;
        }
        Set<Long> offices = groups.stream()
                .flatMap(group -> OfficeGroups.office(group).stream())
                .collect(Collectors.toSet());
        return new OfficeScope(register.all().stream()
                .filter(office -> offices.contains(office.id()))
                .map(Office::name)
                .collect(Collectors.toSet()));
    }

    /**
     * Whoever takes the present step may have to do with slips of an office.
     *
     * @throws Rejection otherwise
     */
    public void check(String office) {
        if (!scopeOfPresent().covers(office)) {
            throw Rejection.forbidden("您不在“" + office + "”，不能办理它的维修单。请选择您所在的管理处；确需办理的，请联系系统管理员。");
        }
    }

    /**
     * Likewise, with a slip whose number somebody has typed.
     *
     * @return its number
     * @throws Rejection otherwise, and if there is none
     */
    public String checkSlip(String number) {
        Slip slip = slips.get(number);
        if (!scopeOfPresent().covers(slip.report().office())) {
            throw Rejection.forbidden(slip.number(), "不是您所在管理处的，您不能查看或办理。确需办理的，请联系系统管理员。");
        }
        return slip.number();
    }

    /** Its own, and whoever works for the company. */
    @Override
    public List<String> within(Collection<String> logins, String office) {
        if (logins.isEmpty()) {
            return List.of();
        }
        Set<String> elsewhere = new HashSet<>();
        Set<String> here = new HashSet<>();
        Optional<String> group = register.find(office).map(found -> OfficeGroups.of(required(found)));
        // of the engine's own table, for its queries tell the groups of one person only
        database.sql(
                        "select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ in (:logins) and GROUP_ID_ like 'office%'")
                .param("logins", logins)
                .query(row -> {
                    String member = row.getString("GROUP_ID_");
                    if (group.filter(member::equals).isPresent()) {
                        here.add(row.getString("USER_ID_"));
                    } else if (OfficeGroups.office(member).isPresent()) {
                        elsewhere.add(row.getString("USER_ID_"));
                    }
                });
        return logins.stream()
                .filter(login -> here.contains(login) || !elsewhere.contains(login))
                .toList();
    }

    /** The group that a task about a case is offered to besides, for those of its office; empty where the case is about no registered office. */
    public Optional<String> groupAt(String role, String caseKeyOrEmpty) {
        return OfficeGroups.isAtOffice(role) || caseKeyOrEmpty.isEmpty() || !slips.exists(caseKeyOrEmpty)
                ? Optional.empty()
                : register.find(slips.get(caseKeyOrEmpty).report().office())
                        .map(office -> OfficeGroups.at(role, required(office)));
    }

    private static long required(Office office) {
        Long id = office.id();
        if (id == null) {
            throw new IllegalStateException("An office of the register has an id.");
        }
        return id;
    }
}
