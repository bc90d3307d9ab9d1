package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.owner.OfficeContacts.Contact;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("业主看得到的客服电话")
class OfficeContactsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private OwnerTokens tokens;

    @Test
    @Tag("found:B5")
    @DisplayName(
            "the number of the slip's office is on its page, beside the owner's own, and the poster has that of its office")
    void ofOneOffice() throws Exception {
        RepairCase repair = office.reports("clerk1", Answers.leakingTap());

        assertThat(page("/r/" + tokens.token(repair.number())))
                .contains("<dt>您的电话</dt>", "一号管理处</span>客服电话", "href=\"tel:075500000001\"")
                .doesNotContain("00000002");
        assertThat(page("/report/poster?office=%E4%BA%8C%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84"))
                .contains("href=\"tel:075500000002,801\"", "0755-00000002转801")
                .doesNotContain("00000001");
        assertThat(page("/report?office=%E4%BA%8C%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84"))
                .contains("00000002转801")
                .doesNotContain("00000001");
        repair.ownerCalls("cancel");
    }

    @ParameterizedTest
    @Tag("found:B5")
    @CsvSource({"/report", "/report/poster", "/r/0123456789abcdef0123456789abcdef", "/r/x/y/z", "/reports"})
    @DisplayName("where no office is known, also on errors, the numbers of all stand")
    void ofAll(String path) throws Exception {
        assertThat(page(path)).contains("href=\"tel:075500000001\"", "href=\"tel:075500000002,801\"");
    }

    @ParameterizedTest
    @Tag("found:B5")
    @CsvSource({
        "0755-88886666, 075588886666",
        "0755-88886666-801, '075588886666,801'",
        "400-820-8820, 4008208820",
        "0755 8888 6666转801, '075588886666,801'",
        "+852 9123 4567, +85291234567",
        "138 0013 8000, 13800138000"
    })
    void aLinkDialsWhatPeopleRead(String telephone, String dialled) {
        assertThat(new Contact("一号管理处", telephone).dialled()).isEqualTo(dialled);
    }

    @Test
    @Tag("found:B5")
    void warnsInEarnestOfLinksThatLeadNowhereAndOfOfficesWithoutANumber() {
        org.baoxiu.office.Office reached = new org.baoxiu.office.Office(1L, "一号管理处", "0755-00000001", null, null);
        org.baoxiu.office.Office silent = org.baoxiu.office.Office.named("二号管理处");

        assertThat(warnings("http://localhost:8080", reached, silent))
                .satisfiesExactly(
                        warning -> assertThat(warning).contains("baoxiu.public-url", "http://localhost:8080"),
                        warning -> assertThat(warning)
                                .contains("baoxiu.offices", "二号管理处")
                                .doesNotContain("一号管理处"));
        assertThat(warnings("https://repair.example.org"))
                .singleElement()
                .asString()
                .contains("baoxiu.offices is empty");
        assertThat(warnings("https://repair.example.org", reached)).isEmpty();
    }

    private static List<String> warnings(String publicUrl, org.baoxiu.office.Office... offices) {
        OfficeRegister register = mock(OfficeRegister.class);
        when(register.all()).thenReturn(List.of(offices));
        return new StartWarnings(register, publicUrl).found();
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .build();
        return Http.CLIENT.send(request, BodyHandlers.ofString()).body();
    }
}
