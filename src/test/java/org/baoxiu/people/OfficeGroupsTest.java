package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.baoxiu.shared.OfficeScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("岗位与管理处")
class OfficeGroupsTest {

    private static final List<String> COMPANY = List.of("director", "demo");
    private static final List<String> NORTH = List.of("customerService", "skillPlumbing", "office7");
    private static final List<String> BOTH = List.of("customerService", "office7", "office12");

    @Test
    @DisplayName("whoever is in no group of an office works for the whole company")
    void company() {
        assertThat(OfficeGroups.companyWide(COMPANY)).isTrue();
        assertThat(OfficeGroups.companyWide(NORTH)).isFalse();
        assertThat(OfficeGroups.companyWide(List.of())).isTrue();
        assertThat(OfficeGroups.companyWide(List.of("officeParty", "backoffice7")))
                .isTrue();
    }

    @Test
    @DisplayName(
            "and has the rights of those of the role who do; whoever belongs to an office has those of the role only")
    void rights() {
        assertThat(OfficeGroups.withRights(COMPANY)).contains("director", "directorOfCompany");
        assertThat(OfficeGroups.withRights(NORTH)).containsExactlyElementsOf(NORTH);
        assertThat(OfficeGroups.withRights(null)).isEmpty();
    }

    @Test
    @DisplayName("a role is offered the tasks of all offices, of the own offices only to whoever belongs to some")
    void offered() {
        assertThat(OfficeGroups.offered(COMPANY)).containsExactlyElementsOf(COMPANY);
        assertThat(OfficeGroups.offered(NORTH)).containsExactly("customerServiceAt7", "skillPlumbingAt7");
        assertThat(OfficeGroups.offered(BOTH)).containsExactly("customerServiceAt7", "customerServiceAt12");
        assertThat(OfficeGroups.offered(null)).isEmpty();
    }

    @Test
    @DisplayName(
            "who asks for the tasks of a role means those of the own offices, and none of a role that is not theirs")
    void meant() {
        assertThat(OfficeGroups.meant(List.of("customerService", "director"), NORTH))
                .containsExactly("customerServiceAt7");
        assertThat(OfficeGroups.meant(NORTH, NORTH)).containsExactly("customerServiceAt7", "skillPlumbingAt7");
        assertThat(OfficeGroups.meant(List.of("customerServiceAt12", "customerServiceAt7"), NORTH))
                .containsExactly("customerServiceAt7");
        assertThat(OfficeGroups.meant(List.of("director", "maintenance"), COMPANY))
                .containsExactly("director");
        assertThat(OfficeGroups.meant(List.of("directorAt7"), COMPANY)).isEmpty();
    }

    @Test
    @DisplayName("the group of a role in an office is known from any other, and belongs to that role alone")
    void names() {
        assertThat(OfficeGroups.at("customerService", 7)).isEqualTo("customerServiceAt7");
        assertThat(OfficeGroups.isAtOffice("customerServiceAt7")).isTrue();
        assertThat(OfficeGroups.isAtOffice("customerService")).isFalse();
        assertThat(OfficeGroups.isAtOffice("At7")).isFalse();
        assertThat(OfficeGroups.isOf("customerService", "customerServiceAt12")).isTrue();
        assertThat(OfficeGroups.isOf("customerService", "customerServiceLeadAt12"))
                .isFalse();
        assertThat(OfficeGroups.office("office12")).contains(12L);
        assertThat(OfficeGroups.office("officeAt12")).isEmpty();
    }

    @Test
    @DisplayName("a scope is all offices, or those that it names; of none it covers nothing")
    void scope() {
        assertThat(OfficeScope.COMPANY.covers("新的管理处")).isTrue();
        assertThat(new OfficeScope(Set.of("甲")).among(List.of("乙", "甲"))).containsExactly("甲");
        assertThat(new OfficeScope(Set.of()).covers("甲")).isFalse();
        assertThat(new OfficeScope(Set.of()).parameter()).containsExactly("");
    }
}
