package org.baoxiu.people.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
class DemoPeopleTest {

    @Autowired
    private IdentityService identityService;

    @Autowired
    private StartNotice notice;

    @Test
    void theDemoPeopleExist() {
        assertThat(identityService.createUserQuery().memberOfGroup("demo").list())
                .extracting(User::getId)
                .containsExactlyInAnyOrder(
                        "admin",
                        "affairs",
                        "clerk1",
                        "clerk2",
                        "clerklead",
                        "director",
                        "dutydirector",
                        "processowner",
                        "supervisor",
                        "tech1",
                        "tech2",
                        "tech3");
        assertThat(identityService.checkPassword("clerk1", "baoxiu")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tech1, maintenance skillElectrical skillPlumbing",
        "tech2, maintenance skillCarpentry",
        "tech3, maintenance skillElectrical",
        "clerk2, customerService",
        "clerklead, customerServiceLead",
        "supervisor, engineeringSupervisor",
        "affairs, generalAffairs",
        "processowner, processOwner",
        "admin, camunda-admin"
    })
    void theyAreInTheGroupsOfTheirWork(String person, String groups) {
        List<String> memberships = identityService.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .filter(group -> !group.equals("demo"))
                .toList();

        assertThat(memberships).containsExactlyInAnyOrder(groups.split(" "));
    }

    @Test
    void theStartTellsWhereToGoAndWhoCanLogIn() {
        assertThat(notice.text("http://localhost:8080"))
                .contains(
                        "http://localhost:8080/camunda/app/tasklist/",
                        "http://localhost:8080/camunda/app/cockpit/",
                        "http://localhost:8080/board",
                        "docs/",
                        "clerk1",
                        "客服一",
                        "tech3",
                        "baoxiu");
    }
}
