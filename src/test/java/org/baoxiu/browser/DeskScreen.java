package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The pages of the staff as one person sees them on the screen of the office. */
final class DeskScreen {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final Path GUIDE = Path.of("docs", "images");

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

    /** Likewise within a part of the page. */
    DeskScreen followsIn(String part, String text) {
        page.locator("main " + part)
                .first()
                .locator("a", new Locator.LocatorOptions().setHasText(text))
                .first()
                .click();
        return fits();
    }

    DeskScreen chooses(String field, String label) {
        page.locator("main select[name=" + field + "]").selectOption(new SelectOption().setLabel(label));
        return this;
    }

    DeskScreen pressesButton(String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
        return this;
    }

    /** Goes to a page by the navigation above. */
    DeskScreen goesTo(String title) {
        page.locator("body > header nav a", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        return fits();
    }

    /** Goes on at a screen that is as wide as a phone. */
    DeskScreen narrow() {
        page.setViewportSize(390, 844);
        return this;
    }

    /** Something that a selector names is to be seen so often. */
    DeskScreen shows(String selector, int times) {
        assertThat(page.locator("main " + selector)).hasCount(times);
        return this;
    }

    /** A file cannot be had from now on. */
    DeskScreen withoutFile(String files) {
        page.route(files, Route::abort);
        return this;
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

    /** Likewise, at this moment. */
    boolean says(String words) {
        return page.locator("main").textContent().contains(words);
    }

    /** One line of a table says all of this. */
    DeskScreen readsLine(String... words) {
        Locator line = page.locator("main tbody tr");
        for (String word : words) {
            line = line.filter(new Locator.FilterOptions().setHasText(word));
        }
        assertThat(line.first()).isVisible();
        return this;
    }

    /** And not this. */
    DeskScreen lacks(String words) {
        assertThat(page.locator("main")).not().containsText(words);
        return this;
    }

    /** Something that says this has come, wherever on the page. */
    DeskScreen awaits(String words) {
        page.getByText(words).first().waitFor();
        return this;
    }

    /** Where the keys go, in the place of what is there. */
    DeskScreen types(String words, String inPlaceOf) {
        assertThat(page.locator(":focus")).hasValue(inPlaceOf);
        page.keyboard().press("Control+a");
        page.keyboard().type(words);
        return this;
    }

    /** Types as a person does, one key after the other. */
    DeskScreen types(String words) {
        page.locator("main [name=q]").pressSequentially(words);
        return this;
    }

    /** The field that the keys go to has this already. */
    DeskScreen holds(String value) {
        assertThat(page.locator(":focus")).hasValue(value);
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

    /** Once the scripts of the page listen. */
    DeskScreen presses(String key) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.keyboard().press(key);
        return this;
    }

    /** Chooses files in the first form that takes some, and sends it. */
    DeskScreen uploads(Map<String, byte[]> files) {
        Locator chosen = page.locator("main [type=file]").first();
        chosen.setInputFiles(files.entrySet().stream()
                .map(file -> new FilePayload(file.getKey(), "application/octet-stream", file.getValue()))
                .toArray(FilePayload[]::new));
        page.locator("main form:has([type=file]) button").first().click();
        return fits();
    }

    /** What a link leads to is kept as a file. */
    byte[] downloads(String text) {
        try {
            return Files.readAllBytes(
                    page.waitForDownload(() -> page.locator("main a", new Page.LocatorOptions().setHasText(text))
                                    .first()
                                    .click())
                            .path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DeskScreen clicks(String button) {
        page.locator("main button", new Page.LocatorOptions().setHasText(button))
                .first()
                .click();
        return fits();
    }

    /** Marks all that can be marked. */
    DeskScreen marksAll(String name) {
        for (Locator box : page.locator("main [name=" + name + "]:enabled").all()) {
            box.check();
        }
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

    /** What fits on the screen, for a guide. */
    DeskScreen picturesForGuide(String name) {
        GuidePicture.take(page, name);
        return this;
    }

    /** Nothing on the page as it is now is seriously hard to use, and its picture is there to be looked at. */
    void pictures(String name) {
        assertThat(barriers()).isEmpty();
        isSeen(name);
    }

    /** What is seriously hard to use on the page as it is now, each with its address. */
    List<String> barriers() {
        return Barriers.on(page).stream().map(one -> page.url() + " " + one).toList();
    }

    /** Signs that lie on a name, on whichever plane of the drawing that is shown. */
    List<String> signsOnNames() {
        List<?> found = (List<?>)
                page.evaluate(
                        """
                async () => {
                  const found = [];
                  const overlap = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
                    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
                  for (const { hash } of document.querySelectorAll('[data-drawing] .planes a')) {
                    location.hash = hash;
                    await new Promise(done => setTimeout(done, 200));
                    const signs = [...document.querySelectorAll('[data-drawing] svg .times')].filter(one => one.textContent);
                    const names = [...document.querySelectorAll('[data-drawing] svg .beside')];
                    for (const sign of signs) {
                      for (const name of names) {
                        if (overlap(sign.getBoundingClientRect(), name.getBoundingClientRect())) {
                          found.push(`${hash}: ${sign.textContent} on ${name.textContent}`);
                        }
                      }
                    }
                  }
                  return found;
                }
                """);
        return found.stream().map(String::valueOf).toList();
    }

    /** What is to be seen and used here and is not reached by the key Tab alone, each with its address. */
    List<String> outOfReachOfKeys() {
        int presses = (Integer)
                page.evaluate(
                        """
                () => {
                  window.reached = new Set();
                  document.addEventListener('focusin', event => reached.add(event.target));
                  window.used = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                    .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }));
                  // a day has parts of its own
                  return used.length + 5 * document.querySelectorAll('input[type=date]').length + 20;
                }
                """);
        for (int press = 0; press < presses; press++) {
            page.keyboard().press("Tab");
        }
        List<?> missed = (List<?>)
                page.evaluate(
                        """
                () => used.filter(one => one.isConnected && !reached.has(one))
                  .filter(one => one.type !== 'radio' || ![...reached].some(other => other.name === one.name))
                  .map(one => location.href + ' ' + one.outerHTML.slice(0, 200))
                """);
        return missed.stream().map(String::valueOf).toList();
    }

    /** Everything of the page as a picture below {@code target/pages}. */
    void isSeen(String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** Likewise, and as much as fits on the screen for the guide, with a part at the top, or the page's own if it is empty. */
    DeskScreen picturesForTheGuide(String name, String part) {
        pictures(name);
        if (Boolean.getBoolean("baoxiu.screenshots")) {
            page.evaluate(
                    "part => { document.activeElement.blur(); scrollTo(0, 0); if (part) document.querySelector(part).scrollIntoView() }",
                    part);
            page.screenshot(new Page.ScreenshotOptions().setPath(GUIDE.resolve(name + ".png")));
        }
        return this;
    }
}
