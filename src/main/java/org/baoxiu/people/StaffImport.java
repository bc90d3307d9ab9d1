package org.baoxiu.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.TableFile;
import org.baoxiu.shared.TableTemplate;
import org.baoxiu.shared.Texts;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the office from a list, or by hand line by line: names, groups, offices, certificates. A list adds and changes; it takes no
 * group or office away, and no password is changed by it. The same list twice changes nothing.
 */
@Service
@Transactional
public class StaffImport {

    private static final String CREATED_BY = "baoxiuCreatedBy";

    private final IdentityService identity;
    private final Dispatch dispatch;
    private final Persons persons;
    private final OfficeRegister offices;
    private final StartLock lock;
    private final Clock clock;

    StaffImport(
            IdentityService identity,
            Dispatch dispatch,
            Persons persons,
            OfficeRegister offices,
            StartLock lock,
            Clock clock) {
        this.identity = identity;
        this.dispatch = dispatch;
        this.persons = persons;
        this.offices = offices;
        this.lock = lock;
        this.clock = clock;
    }

    /** @param password to be handed over now: only the same form shows it again */
    public record Login(String login, String name, String password) {}

    /** @param row as the program that shows the list counts, the row with the headings is 1 */
    public record Refused(int row, String reason) {}

    /**
     * What a list does, in its lines.
     *
     * @param added   with somebody who has no login yet
     * @param changed with somebody of whom something is different
     * @param logins  of whoever is new, by this form or the same one sent before; empty in a preview
     */
    public record Result(int added, int changed, int unchanged, List<Refused> refused, List<Login> logins) {}

    private record Known(String name, @Nullable String email, Set<String> groups) {}

    /** What {@link #apply} would do now. @throws Rejection for a file that is no such list */
    @Transactional(readOnly = true)
    public Result preview(InputStream file) {
        return new Plan().read(lines(file)).result(List.of());
    }

    /**
     * Does all that the list says, but for the lines that are refused.
     *
     * @param form which only its sender has; sent again, it shows its passwords again
     * @throws Rejection for a file that is no such list
     */
    public Result apply(InputStream file, String form) {
        List<TableFile.Line> lines = lines(file);
        lock.acquire();
        return carryOut(new Plan().read(lines), form);
    }

    /**
     * By hand, by the headings of a list; several lines for several certificates of one person.
     *
     * @param form as of a list
     * @return with the login if the person is new
     * @throws Rejection if one is refused: then nothing is done
     */
    public Result enter(List<Map<String, String>> cells, String form) {
        lock.acquire();
        List<TableFile.Line> lines = new ArrayList<>();
        cells.forEach(this::refuseOther);
        cells.forEach(one -> lines.add(new TableFile.Line(lines.size() + 1, one)));
        Plan plan = new Plan().read(lines);
        plan.refused.stream().findFirst().ifPresent(refused -> {
            throw Rejection.invalid(refused.reason());
        });
        return carryOut(plan, form);
    }

    /** A login name that is taken is a slip of the hand, and not a new name of its owner. */
    private void refuseOther(Map<String, String> cells) {
        String login = Texts.line(cells.getOrDefault(StaffColumn.LOGIN.heading(), ""));
        User taken = identity.createUserQuery().userId(login).singleResult();
        if (taken != null
                && !Persons.name(taken).equals(Texts.line(cells.getOrDefault(StaffColumn.NAME.heading(), "")))) {
            throw Rejection.invalid("登录名“" + login + "”已经是“" + Persons.name(taken) + "”的，请换一个登录名；要给这一位加岗位或资质，姓名照样填写。");
        }
    }

    public List<String> headings() {
        return StaffColumn.headings();
    }

    /** An empty list with its headings, as a workbook. */
    public void template(OutputStream target) throws IOException {
        TableTemplate.write("人员", StaffColumn.explanations(), target);
    }

    private static List<TableFile.Line> lines(InputStream file) {
        TableFile.Lines list = TableFile.lines(file, StaffColumn.headings());
        if (!list.headings()
                .containsAll(Stream.of(StaffColumn.LOGIN, StaffColumn.NAME, StaffColumn.GROUPS)
                        .map(StaffColumn::heading)
                        .toList())) {
            throw Rejection.invalid("第一行要有列名，至少要有“登录名”“姓名”“岗位”。请用模板填写后再导入。");
        }
        return list.all();
    }

    private Result carryOut(Plan plan, String form) {
        for (String login : plan.touched) {
            Known person = Objects.requireNonNull(plan.people.get(login));
            User user = identity.createUserQuery().userId(login).singleResult();
            if (user == null) {
                user = identity.newUser(login);
                user.setPassword(InitialPasswords.of(form, login));
                identity.setUserInfo(login, CREATED_BY, mark(form, login));
            }
            user.setFirstName(person.name());
            // the web applications join first and last name with a space and would print "null"
            user.setLastName("");
            user.setEmail(person.email());
            identity.saveUser(user);
        }
        // before the groups: whoever hears of a new technician reads what they may do
        plan.certificates.forEach(line -> {
            StaffLine.Proof proof = Objects.requireNonNull(line.certificate());
            dispatch.recordQualification(line.login(), proof.qualification(), proof.number(), proof.expiresOn());
        });
        for (String login : plan.touched) {
            List<String> before = persons.groupsOf(login);
            Objects.requireNonNull(plan.people.get(login)).groups().stream()
                    .filter(group -> !before.contains(group))
                    .forEach(group -> identity.createMembership(login, group));
        }
        return plan.result(plan.names.entrySet().stream()
                .filter(one -> mark(form, one.getKey()).equals(identity.getUserInfo(one.getKey(), CREATED_BY)))
                .map(one -> new Login(one.getKey(), one.getValue(), InitialPasswords.of(form, one.getKey())))
                .toList());
    }

    /** By which a form is known again that cannot be told from it. */
    private static String mark(String form, String login) {
        return Hash.of("mark/" + form + "/" + login);
    }

    /** What lines do to what is known, decided line by line. */
    private final class Plan {

        private final Map<String, Known> people = new HashMap<>();
        private final Set<String> touched = new LinkedHashSet<>();
        private final List<StaffLine> certificates = new ArrayList<>();
        private final Map<String, Integer> rowOf = new HashMap<>();
        private final Map<String, String> names = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;

        Plan read(List<TableFile.Line> lines) {
            for (TableFile.Line line : lines) {
                try {
                    add(line.row(), StaffLine.read(line.cells(), LocalDate.now(clock)));
                } catch (Rejection e) {
                    refused.add(new Refused(line.row(), e.getMessage()));
                }
            }
            return this;
        }

        private void add(int row, StaffLine line) {
            String what = line.login() + "/"
                    + (line.certificate() == null
                            ? ""
                            : line.certificate().qualification().code());
            if (rowOf.containsKey(what)) {
                throw Rejection.invalid(
                        "与第 " + rowOf.get(what) + " 行是同一个人" + (line.certificate() == null ? "" : "的同一项资质") + "。");
            }
            String called = names.getOrDefault(line.login(), line.name());
            if (!called.equals(line.name())) {
                throw Rejection.invalid("登录名“" + line.login() + "”在前面的行里是“" + called + "”，请改正。");
            }
            boolean isNew = !people.containsKey(line.login()) && !known(line.login());
            Known before = people.get(line.login());
            Known after = new Known(
                    line.name(),
                    line.email() == null && before != null ? before.email() : line.email(),
                    union(before, line));
            boolean certified = line.certificate() != null
                    && !dispatch.isRecorded(
                            line.login(),
                            line.certificate().qualification(),
                            line.certificate().number(),
                            line.certificate().expiresOn());
            rowOf.put(what, row);
            names.put(line.login(), line.name());
            if (certified) {
                certificates.add(line);
            }
            if (!after.equals(before)) {
                people.put(line.login(), after);
                touched.add(line.login());
            }
            added += isNew ? 1 : 0;
            changed += !isNew && (certified || !after.equals(before)) ? 1 : 0;
            unchanged += !isNew && !certified && after.equals(before) ? 1 : 0;
        }

        private Set<String> union(@Nullable Known before, StaffLine line) {
            Set<String> groups = new HashSet<>(before == null ? Set.of() : before.groups());
            line.groups().stream().map(OfficeGroup::id).forEach(groups::add);
            if (line.certificate() != null) {
                groups.add(line.certificate().qualification().group());
            }
            line.offices().stream().map(this::groupOf).forEach(groups::add);
            return groups;
        }

        private String groupOf(String office) {
            return offices.find(office)
                    .map(Office::id)
                    .map(OfficeGroups::of)
                    .orElseThrow(() -> Rejection.invalid("没有“" + office + "”这个管理处，请照登记的名称填写；新的管理处请先登记。"));
        }

        /** Puts down what is there of somebody; whether they are there. */
        private boolean known(String login) {
            User user = identity.createUserQuery().userId(login).singleResult();
            if (user == null) {
                if (!LoginNames.accept(login)) {
                    throw Rejection.invalid(LoginNames.REFUSED.formatted("登录名“" + login + "”"));
                }
                return false;
            }
            String email = user.getEmail() == null || user.getEmail().isBlank() ? null : user.getEmail();
            people.put(login, new Known(Persons.name(user), email, Set.copyOf(persons.groupsOf(login))));
            return true;
        }

        Result result(List<Login> logins) {
            return new Result(added, changed, unchanged, refused, logins);
        }
    }
}
