package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A page of the owners on a phone. */
final class OwnerScreen {

  private static final int MOST_BYTES = 60_000;
  private static final Path PICTURES = Path.of("target", "owner-pages");

  private final Page page;

  OwnerScreen(Page page) {
    this.page = page;
  }

  OwnerScreen opens(String address) {
    page.navigate(address);
    return this;
  }

  String address() {
    return page.url().replaceAll("\\?.*", "");
  }

  OwnerScreen writes(String label, String text) {
    page.getByLabel(label).locator("visible=true").first().fill(text);
    return this;
  }

  OwnerScreen ticks(String... labels) {
    for (String label : labels) {
      page.getByLabel(label).locator("visible=true").first().check();
    }
    return this;
  }

  OwnerScreen selects(String label, String option) {
    page.getByLabel(label).selectOption(new SelectOption().setLabel(option));
    return this;
  }

  OwnerScreen attaches(byte[] photo) {
    page.locator("input[type=file]").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", photo));
    return this;
  }

  OwnerScreen signs() {
    Locator canvas = page.locator("canvas");
    canvas.scrollIntoViewIfNeeded();
    BoundingBox box = canvas.boundingBox();
    page.mouse().move(box.x + 30, box.y + 60);
    page.mouse().down();
    page.mouse().move(box.x + 200, box.y + 80, new Mouse.MoveOptions().setSteps(10));
    page.mouse().move(box.x + 60, box.y + 120, new Mouse.MoveOptions().setSteps(10));
    page.mouse().up();
    return this;
  }

  OwnerScreen presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    return this;
  }

  OwnerScreen reads(String... words) {
    for (String word : words) {
      assertThat(page.locator("main").getByText(word).locator("visible=true").first()).isVisible();
    }
    return this;
  }

  String slipNumber() {
    return page.locator("h1 span").textContent();
  }

  /** Anybody can use the page, it fits the screen and a slow line; its picture is in the folder {@code target}. */
  OwnerScreen isGood(String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    List<String> serious = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact())).map(Rule::toString).toList();
    assertThat(serious).as("barriers on the page %s", name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).as("wider than the screen").isEqualTo(0);
    Object bytes = page.evaluate("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        + ".filter(one => one.initiatorType !== 'img').reduce((sum, one) => sum + one.encodedBodySize, 0)");
    assertThat(((Number) bytes).intValue()).as("bytes of the page %s", name).isBetween(1, MOST_BYTES);
    return this;
  }
}
