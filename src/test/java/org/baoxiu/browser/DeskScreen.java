package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** The pages of the staff as one person sees them on the screen of the office. */
final class DeskScreen {

    private static final Path PICTURES = Path.of("target", "pages");

    private static final double MINUTE_MILLIS = 60_000;
    private static final int MOST_TABS = 80;

    private final Page page;
    private final String application;

    DeskScreen(Page page, String application) {
        this.page = page;
        this.application = application;
        page.setViewportSize(1366, 768);
    }

    /** Opens a page at its address, of which nothing may stick out at the side. */
    DeskScreen opens(String path) {
        page.navigate(application + path);
        return fits();
    }

    /** Goes where the first link with such a text leads. */
    DeskScreen follows(String text) {
        page.locator("main a", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
        return fits();
    }

    private DeskScreen fits() {
        assertThat(page.locator("h1")).isVisible();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits on the screen", page.url())
                .isTrue();
        return this;
    }

    /** Addresses of the navigation that lead to pages of the application. */
    List<String> places() {
        return page.locator("body > header nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(path -> !path.startsWith("/camunda"))
                .toList();
    }

    /** The page says this somewhere. */
    DeskScreen reads(String words) {
        assertThat(page.locator("main")).containsText(words);
        return this;
    }

    /** Types as a person does, one key after the other. */
    DeskScreen types(String words) {
        page.locator("main [name=q]").pressSequentially(words);
        return this;
    }

    /** Goes where the Tab key leads sooner or later, and writes there. */
    DeskScreen writes(String field, String words) {
        page.locator("main " + field).first().focus();
        page.keyboard().type(words);
        return this;
    }

    /** As fast as a clerk types while somebody is talking, wherever the keys go. */
    DeskScreen typesInto(String field, String words, double charactersAMinute) {
        assertThat(page.locator("main [name=" + field + "]")).isFocused();
        page.locator("main [name=" + field + "]")
                .pressSequentially(
                        words, new Locator.PressSequentiallyOptions().setDelay(MINUTE_MILLIS / charactersAMinute));
        return this;
    }

    /** Goes on from one to the next until the keys go to what says this. */
    DeskScreen tabsTo(String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate(
                    "words => (document.activeElement.labels?.[0] ?? document.activeElement).textContent.includes(words)",
                    words)) {
                return this;
            }
        }
        throw new AssertionError("no Tab leads to " + words);
    }

    DeskScreen presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** The field or the link where the keys go says this. */
    DeskScreen isAt(String words) {
        assertThat(page.locator("main :focus")).containsText(words);
        return this;
    }

    DeskScreen isInTheField() {
        assertThat(page.locator("main [name=q]")).isFocused();
        return this;
    }

    /** Is, or soon will be, at an address. */
    void arrives(String path) {
        page.waitForURL(application + path);
    }

    /** Everything of the page as a picture below {@code target/pages}. */
    void pictures(String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
