package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.people.CompanyLoginProperties.GroupOfValue;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the login of a company makes of people; the way there is in {@code CompanyLoginTest}. */
@ProcedureTest
@DisplayName("统一登录带来的人员和岗位")
class CompanyStaffTest {

    private static final String ARRIVED = "arrived.one";

    @Autowired
    private IdentityService identity;

    @Autowired
    private Persons persons;

    @Autowired
    private FormerPeople former;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void nobodyWasThere() {
        Stream.of(ARRIVED, "boss.one", "旧人").forEach(identity::deleteUser);
        identity.deleteMembership("admin", "director");
        database.sql("delete from former_person").update();
    }

    private CompanyStaff staff(String... valuesAndGroups) {
        List<GroupOfValue> groups = Stream.of(valuesAndGroups)
                .map(pair -> pair.split("="))
                .map(pair -> new GroupOfValue(pair[0], pair[1]))
                .toList();
        return new CompanyStaff(
                new CompanyLoginProperties("preferred_username", "groups", groups),
                identity,
                persons,
                former,
                transaction);
    }

    private List<String> groups(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
    }

    @Test
    void aNewcomerIsCreatedOnceWithANameAndAPasswordThatNobodyKnows() {
        CompanyStaff staff = staff("客服=customerService");
        staff.arrives(ARRIVED, "王小敏", List.of("客服"));
        staff.arrives(ARRIVED, "另一个名字", List.of("客服"));

        User person = identity.createUserQuery().userId(ARRIVED).singleResult();
        assertThat(person.getFirstName()).isEqualTo("王小敏");
        assertThat(person.getLastName()).isEmpty();
        assertThat(identity.checkPassword(ARRIVED, "")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"\", 0, arrived.one", "长, 300, 100"})
    void aNameThatIsMissingOrTooLongKeepsNobodyOut(String sign, int times, String expected) {
        staff("客服=customerService").arrives(ARRIVED, sign.repeat(times), List.of("客服"));
        String name = identity.createUserQuery().userId(ARRIVED).singleResult().getFirstName();
        assertThat(expected).isIn(name, String.valueOf(name.length()));
    }

    @Test
    void groupsFollowTheValuesAndThoseThatAreNotMappedAreLeftAlone() {
        CompanyStaff staff =
                staff("客服=customerService", "主管=customerServiceLead", "主管=customerService", "没有=noSuchGroup");
        staff.arrives(ARRIVED, "", List.of("主管", "没有", "无关", "skillPlumbing"));
        assertThat(groups(ARRIVED)).containsExactly("customerService", "customerServiceLead");

        identity.createMembership(ARRIVED, "skillPlumbing");
        staff.arrives(ARRIVED, "", List.of("客服"));
        assertThat(groups(ARRIVED)).containsExactly("customerService", "skillPlumbing");

        staff.arrives(ARRIVED, "", List.of());
        assertThat(groups(ARRIVED)).containsExactly("skillPlumbing");
    }

    @Test
    void whoeverIsInNoGroupIsNotLetIn() {
        CompanyStaff staff = staff("客服=customerService");
        refused(staff, ARRIVED, CompanyStaff.NO_GROUP, "无关");
        assertThat(identity.createUserQuery().userId(ARRIVED).count()).isZero();

        staff.arrives(ARRIVED, "", List.of("客服"));
        refused(staff, ARRIVED, CompanyStaff.NO_GROUP);
        assertThat(groups(ARRIVED)).isEmpty();
    }

    @Test
    void anAdministratorComesInOnlyWhereTheMappingSaysWhoIsOne() {
        refused(staff("领导=director"), "admin", CompanyStaff.ADMINISTRATOR, "领导", "camunda-admin");
        assertThat(groups("admin")).doesNotContain("director");

        CompanyStaff explicit = staff("管理=camunda-admin", "领导=director");
        explicit.arrives("boss.one", "", List.of("管理"));
        assertThat(groups("boss.one")).containsExactly("camunda-admin");
        explicit.arrives("boss.one", "", List.of("领导"));
        assertThat(groups("boss.one")).containsExactly("director");
    }

    @Test
    void whoWasDeletedComesBackByAnAdministratorOnly() {
        CompanyStaff staff = staff("客服=customerService");
        staff.arrives("旧人", "", List.of("客服"));
        identity.deleteMembership("旧人", "customerService");
        staff.arrives("旧人", "", List.of("客服"));
        for (int time = 0; time < 2; time++) {
            identity.deleteUser("旧人");
            refused(staff, "旧人", CompanyStaff.FORMER, "客服");
            User again = identity.newUser("旧人");
            again.setPassword("hongse-daxiang-78");
            identity.saveUser(again);
            staff.arrives("旧人", "", List.of("客服"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang xiao", "<b>", "a/b", "system;drop"})
    void aLoginNameThatNobodyMayHaveIsRefused(String login) {
        refused(staff("客服=customerService"), login, CompanyStaff.BAD_NAME, "客服");
    }

    @Test
    void withoutALoginNameNobodyIsLetIn() {
        refused(staff("客服=customerService"), "", CompanyStaff.NO_NAME, "客服");
    }

    private static void refused(CompanyStaff staff, String login, String sentence, String... values) {
        assertThatThrownBy(() -> staff.arrives(login, "", List.of(values)))
                .isInstanceOf(Rejection.class)
                .hasMessage(sentence);
    }
}
