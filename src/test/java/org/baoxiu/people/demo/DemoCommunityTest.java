package org.baoxiu.people.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.baoxiu.office.ImportResult;
import org.baoxiu.office.Place;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@ProcedureTest
@DisplayName("演示小区")
class DemoCommunityTest {

    @Autowired
    private RegisterImport register;

    @Autowired
    private PlaceRegister places;

    @Test
    void isThereWithAllItsLines() throws Exception {
        try (InputStream list = new ClassPathResource("demo/community.csv").getInputStream()) {
            ImportResult again = register.preview(list);
            assertThat(again.refused()).isEmpty();
            assertThat(again.added() + again.changed()).isZero();
            assertThat(again.unchanged()).isEqualTo(34);
        }
        assertThat(places.locate("二号管理处", "A-201").placeId()).isNotNull();
        assertThat(places.publicPlaces("一号管理处")).extracting(Place::code).contains("DT1", "DT2", "CK1", "SB1");
    }
}
