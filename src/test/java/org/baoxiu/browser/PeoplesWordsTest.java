package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.testing.TypedNumbers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The scripts of the pages understand what people write as the server does. */
@BrowserTest
@DisplayName("页面看得懂人写的话")
class PeoplesWordsTest {

    private static final String AMOUNTS = "/assets/amounts.js";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    private OfficeBrowser office;
    private OwnerScreen owner;

    @BeforeAll
    void theOwnerOpensThePage() {
        office = new OfficeBrowser("http://localhost:" + port);
        owner = office.owner(true).opens("http://localhost:" + port + "/report");
    }

    @AfterAll
    void browserCloses() {
        if (office != null) {
            office.close();
        }
    }

    @Test
    @Tag("4.3.1.2")
    @DisplayName("what an owner writes offers the item that it means, no wrong one, and a danger first with what to do")
    void whatOwnersWriteOffersTheItem() throws IOException {
        List<String[]> sentences = Files.readAllLines(Path.of("src", "test", "resources", "owners-words.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|"))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(150);
        SoftAssertions.assertSoftly(all -> sentences.forEach(sentence -> {
            List<String> offered = owner.itemsOfferedFor(sentence[0]);
            String meant = sentence[1];
            all.assertThat(offered).as(sentence[0]).hasSizeLessThanOrEqualTo(4);
            switch (meant.charAt(0)) {
                case '^' -> {
                    all.assertThat(offered)
                            .as(sentence[0])
                            .startsWith(item(meant.substring(1)).name());
                    all.assertThat(owner.isTold())
                            .as(sentence[0])
                            .isEqualTo(item(meant.substring(1)).safetyWords());
                }
                case '!' ->
                    all.assertThat(offered)
                            .as(sentence[0])
                            .doesNotContain(item(meant.substring(1)).name());
                case 's' -> all.assertThat(owner.isTold()).as(sentence[0]).isEmpty();
                default ->
                    all.assertThat(offered).as(sentence[0]).contains(item(meant).name());
            }
        }));
    }

    private Catalogue.Entry item(String code) {
        return catalogue.find(code).orElseThrow();
    }

    @Test
    @Tag("found:D1")
    @DisplayName("an amount is understood by the form as by the server")
    void amounts() throws IOException {
        List<TypedNumbers> numbers = TypedNumbers.all().toList();
        assertThat(numbers).hasSizeGreaterThan(30);
        SoftAssertions.assertSoftly(all -> {
            for (TypedNumbers number : numbers) {
                String understood = (String) owner.asks(AMOUNTS, "understood", number.typed());
                if (number.meant().isPresent()) {
                    all.assertThat(new BigDecimal(understood))
                            .as(number.typed())
                            .isEqualByComparingTo(number.meant().get());
                } else {
                    all.assertThat(understood).as("left as it is").isEqualTo(number.typed());
                }
            }
        });
    }
}
