package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The pages of the tasks on the phone of one technician. Every page that is looked at is held to what a phone needs. */
final class PhoneScreen {

  private static final Path PICTURES = Path.of("target", "phone");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final Page page;
  private final String application;
  private final List<String> complaints = new ArrayList<>();

  PhoneScreen(Page page, String application) {
    this.page = page;
    this.application = application;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  PhoneScreen logsIn(String person) {
    page.navigate(application + "/tasks");
    isFitForAPhone("login");
    page.locator("#username").fill(person);
    page.locator("#password").fill("baoxiu");
    page.locator("button").click();
    return showsList();
  }

  PhoneScreen showsList() {
    assertThat(page.locator("h1")).hasText("任务");
    return this;
  }

  /** Begins again with the list, as somebody does who looks at the phone after a while. */
  PhoneScreen looksAtList() {
    page.navigate(application + "/tasks");
    return showsList();
  }

  PhoneScreen reads(String... texts) {
    for (String text : texts) {
      assertThat(page.locator("body")).containsText(text);
    }
    return this;
  }

  TaskForm opens(String task, String slip) {
    page.locator("li a", new Page.LocatorOptions().setHasText(slip)).filter(new Locator.FilterOptions().setHasText(task)).click();
    return showsForm(slip);
  }

  TaskForm showsForm(String slip) {
    page.locator(".fjs-form", new Page.LocatorOptions().setHasText(slip)).waitFor();
    return new TaskForm(page, page.locator("body"), "完成");
  }

  TaskForm claims(String slip) {
    page.locator("footer button.main").click();
    assertThat(page.locator("footer .status")).hasText("已认领，请填写。");
    return showsForm(slip);
  }

  PhoneScreen losesTheNetwork() {
    page.context().setOffline(true);
    assertThat(page.locator("footer .status")).containsText("网络断开了");
    return this;
  }

  PhoneScreen hasTheNetworkAgain() {
    page.context().setOffline(false);
    assertThat(page.locator("footer .status")).containsText("网络已恢复");
    return this;
  }

  /** Taps what stands where the form is sent, and is told what became of it. */
  PhoneScreen tries(String button, String answer) {
    page.locator("footer button.main", new Page.LocatorOptions().setHasText(button)).click();
    return reads(answer);
  }

  PhoneScreen reloads() {
    page.reload();
    return this;
  }

  PhoneScreen takesPhoto(String label, FilePayload photo) {
    Locator photos = page.locator(".photos");
    int before = photos.locator("img").count();
    if (photos.getAttribute("open") == null) {
      photos.locator("summary").click();
    }
    photos.locator("label", new Locator.LocatorOptions().setHasText(label)).locator("input").setInputFiles(photo);
    assertThat(photos.locator("img")).hasCount(before + 1);
    return this;
  }

  /** A stroke with the finger from corner to corner. */
  PhoneScreen signs() {
    Locator pad = page.locator(".signature canvas");
    pad.scrollIntoViewIfNeeded();
    BoundingBox box = pad.boundingBox();
    page.mouse().move(box.x + 20, box.y + 20);
    page.mouse().down();
    for (int part = 1; part <= 10; part++) {
      page.mouse().move(box.x + 20 + part * (box.width - 40) / 10, box.y + box.height / 2 + (part % 2 == 0 ? 40 : -40));
    }
    page.mouse().up();
    return this;
  }

  PhoneScreen isTicked(String label) {
    assertThat(page.locator("label", new Page.LocatorOptions().setHasText(label)).locator("input[type=checkbox]")).isChecked();
    return this;
  }

  void logsOut() {
    page.locator("header button").click();
    assertThat(page.locator("#username")).isVisible();
    assertThat((Integer) page.evaluate("localStorage.length")).as("what is left on the phone").isZero();
  }

  /** Nothing is wider than the screen or refused by the browser, nothing seriously hard to use; its picture is in {@code target}. */
  PhoneScreen isFitForAPhone(String picture) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture + ".png")));
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth")).as(picture).isLessThanOrEqualTo(0);
    assertThat(complaints).as("what the browser refused").isEmpty();
    List<Rule> grave = new AxeBuilder(page).analyze().getViolations().stream()
        .filter(rule -> GRAVE.contains(rule.getImpact())).toList();
    assertThat(grave).extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream()
        .map(node -> node.getHtml()).toList()).as(picture).isEmpty();
    return this;
  }
}
