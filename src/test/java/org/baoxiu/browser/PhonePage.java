package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page on a phone of 390×844, whoever holds it: what it has to be, and how a finger signs on it. */
final class PhonePage {

    private static final Path PICTURES = Path.of("target", "phone");
    private static final int MOST_BYTES = 60_000;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    PhonePage(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Nothing is refused by the browser, wider than the screen, seriously hard to use or slow to load; its picture is in {@code target}. */
    void isGood(String name) {
        page.waitForLoadState();
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        assertThat(complaints).as("what the browser refused on %s", name).isEmpty();
        assertThat(number("document.documentElement.scrollWidth - innerWidth"))
                .as("wider than the screen: %s", name)
                .isNotPositive();
        assertThat(barriers()).as("barriers on %s", name).isEmpty();
        assertThat(bytes()).as("bytes of %s", name).isBetween(1, MOST_BYTES);
    }

    /** What only happens to lie under the bar of buttons now is not out of reach: it is scrolled to. */
    private List<String> barriers() {
        stick("static");
        try {
            return Barriers.onPhone(page);
        } finally {
            stick("");
        }
    }

    private void stick(String position) {
        page.evaluate(
                "position => document.querySelectorAll('body > header, body > footer').forEach(bar => { bar.style.position = position; })",
                position);
    }

    /** Compressed, as if nothing was on the phone yet, but for photos: all that the page asked for until it was loaded. */
    private int bytes() {
        return number("(() => { const [page] = performance.getEntriesByType('navigation');"
                + " return performance.getEntriesByType('resource')"
                + ".filter(one => one.initiatorType !== 'img' && one.startTime < page.loadEventStart)"
                + ".reduce((sum, one) => sum + one.encodedBodySize, page.encodedBodySize) })()");
    }

    private int number(String script) {
        return ((Number) page.evaluate(script)).intValue();
    }

    /** A stroke with the finger from corner to corner. */
    void signs() {
        Locator pad = page.locator("canvas");
        pad.scrollIntoViewIfNeeded();
        BoundingBox box = pad.boundingBox();
        page.mouse().move(box.x + 20, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 40, box.y + box.height / 2, new Mouse.MoveOptions().setSteps(10));
        page.mouse().move(box.x + 60, box.y + box.height - 30, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
    }
}
