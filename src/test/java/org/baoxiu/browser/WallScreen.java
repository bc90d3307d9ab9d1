package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** The board on the wall of the customer service centre: nobody touches it, it changes by itself. */
final class WallScreen {

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private WallScreen(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    static WallScreen open(Page page, String application, String person) {
        WallScreen screen = new WallScreen(page);
        page.navigate(application + "/board");
        page.getByLabel("账号").fill(person);
        page.getByLabel("密码").fill("baoxiu");
        page.locator("main.login button").click();
        page.locator("section.open").waitFor();
        page.evaluate("window.untouched = true");
        return screen;
    }

    /** The line of a slip comes to say this, all of it on the screen, in a page that was never loaded again. */
    void shows(String slipNumber, String... words) {
        String running = slipNumber.substring(slipNumber.indexOf('-') + 1);
        Locator line = page.locator("section.open li", new Page.LocatorOptions().setHasText(running));
        for (String word : words) {
            assertThat(line).containsText(word);
        }
        assertThat((Boolean) page.evaluate("window.untouched === true && !document.body.classList.contains('stale')"))
                .isTrue();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "[...document.querySelectorAll('main li, main h1, main h2, main p')].every(part => {"
                                                + "const box = part.getBoundingClientRect();"
                                                + "return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; })"))
                .isTrue();
        assertThat(complaints).as("what the browser refused").isEmpty();
    }
}
