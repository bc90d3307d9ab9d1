package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A page of the owners on a phone. */
final class OwnerScreen {

    private final Page page;
    private final PhonePage phone;

    OwnerScreen(Page page) {
        this.page = page;
        this.phone = new PhonePage(page);
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

    OwnerScreen unfolds(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
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

    /** Several photos at once, each a name and its content. */
    OwnerScreen attaches(Map<String, byte[]> photos) {
        page.locator("input[type=file]")
                .setInputFiles(photos.entrySet().stream()
                        .map(photo -> new FilePayload(photo.getKey(), "image/jpeg", photo.getValue()))
                        .toArray(FilePayload[]::new));
        return this;
    }

    /** As far from the next mast as a phone still works: so many bytes a second go out. */
    OwnerScreen isSlow(int bytesASecond) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 100);
        line.addProperty("downloadThroughput", bytesASecond);
        line.addProperty("uploadThroughput", bytesASecond);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", line);
        return this;
    }

    OwnerScreen signs() {
        phone.signs();
        return this;
    }

    OwnerScreen presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    OwnerScreen reads(String... words) {
        for (String word : words) {
            assertThat(page.locator("main")
                            .getByText(word)
                            .locator("visible=true")
                            .first())
                    .isVisible();
        }
        return this;
    }

    /** Is read again and then lies on the table for so long. */
    OwnerScreen lies(Duration time) {
        page.clock().install();
        page.reload();
        page.clock().fastForward(time.toMillis());
        return this;
    }

    OwnerScreen readsNoLonger(String words) {
        assertThat(page.locator("main")).not().containsText(words);
        return this;
    }

    String slipNumber() {
        return page.locator("h1 span").textContent();
    }

    OwnerScreen isGood(String picture) {
        phone.isGood(picture);
        return this;
    }

    /** The names of the items that the page offers for what was typed. */
    List<String> itemsOfferedFor(String fault) {
        page.getByLabel("故障情况").fill(fault);
        return page.locator(".words button").allInnerTexts();
    }

    /** What the page says about the danger of what was typed or chosen; empty where there is none. */
    String isTold() {
        return page.locator(".chosen").textContent();
    }

    /** What a function of a script of the application answers. */
    Object asks(String script, String function, String argument) {
        return page.evaluate(
                "async ([script, name, argument]) => (await import(script))[name](argument)",
                List.of(script, function, argument));
    }
}
