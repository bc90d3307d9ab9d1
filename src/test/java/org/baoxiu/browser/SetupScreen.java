package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** The pages by which an office begins, used as a person does: by what is written on links, fields and buttons. */
final class SetupScreen {

    private static final Path PICTURES = Path.of("target", "pages", "setup");

    private static final Path GUIDE = Path.of("docs", "images");

    private final Page page;
    private final String application;
    private int pictures;

    SetupScreen(Page page, String application) {
        this.page = page;
        this.application = application;
        page.setViewportSize(1366, 768);
    }

    SetupScreen logsIn(String person, String password) {
        page.navigate(application + "/login");
        page.getByLabel("账号").fill(person);
        page.getByLabel("密码").fill(password);
        return presses("登录");
    }

    SetupScreen opens(String path) {
        page.navigate(application + path);
        return this;
    }

    SetupScreen isAt(String path) {
        page.waitForURL(url -> url.equals(application + path));
        return this;
    }

    /** By the navigation above every page. */
    SetupScreen goesTo(String title) {
        page.locator("body > header nav a").filter(exactly(title)).click();
        return this;
    }

    SetupScreen follows(String link) {
        page.locator("main a").filter(exactly(link)).first().click();
        return this;
    }

    private static Locator.FilterOptions exactly(String text) {
        // the browser reads the pattern, and knows no quotes of Java's
        String literally = text.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + literally + "\\s*$"));
    }

    SetupScreen writes(String label, String text) {
        page.getByLabel(label).first().fill(text);
        return this;
    }

    SetupScreen showsNothingIn(String label) {
        assertThat(page.getByLabel(label).first()).hasValue("");
        return this;
    }

    SetupScreen selects(String label, String option) {
        page.getByLabel(label).first().selectOption(option);
        return this;
    }

    SetupScreen ticks(String label) {
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .check();
        return this;
    }

    SetupScreen choosesFile(String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        return this;
    }

    SetupScreen presses(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    /** The button of the part of the page that says this. */
    SetupScreen pressesOf(String part, String button) {
        page.locator("main li", new Page.LocatorOptions().setHasText(part))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        return this;
    }

    /** Without a mouse: goes to a field, fills in that and the next ones, and sends the form. */
    SetupScreen typesByKeyboard(String label, String... texts) {
        Locator first = page.getByLabel(label).first();
        for (int keys = 0;
                keys < 100 && !(Boolean) first.evaluate("field => field === document.activeElement");
                keys++) {
            page.keyboard().press("Tab");
        }
        assertThat(first).isFocused();
        for (String text : texts) {
            page.keyboard().type(text);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        return this;
    }

    /** The screen as it stands in a guide. */
    SetupScreen inGuide(String name) {
        GuidePicture.take(page, name);
        return this;
    }

    SetupScreen reads(String... words) {
        for (String one : words) {
            assertThat(page.locator("main")).containsText(one);
        }
        return this;
    }

    SetupScreen lacks(String words) {
        assertThat(page.locator("main")).not().containsText(words);
        return this;
    }

    /** Login names with the passwords that the page shows. */
    Map<String, String> passwords() {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Locator row : page.locator("main table tr:has(code)").all()) {
            passwords.put(
                    row.locator("td").nth(1).innerText(), row.locator("code").innerText());
        }
        return passwords;
    }

    /** Everything of the page as a picture below {@code target/pages/setup}, in their order; nothing on it is seriously hard to use. */
    SetupScreen pictures(String name) {
        assertThat(page.locator("main h1")).isVisible();
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits on the screen", page.url())
                .isTrue();
        Assertions.assertThat(Barriers.on(page))
                .as("barriers on %s", page.url())
                .isEmpty();
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve("%02d-%s.png".formatted(++pictures, name))));
        return this;
    }

    /** Likewise, and as much as fits on the screen for the guide. */
    SetupScreen picturesForTheGuide(String name) {
        pictures(name);
        if (Boolean.getBoolean("baoxiu.screenshots")) {
            page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
            page.screenshot(new Page.ScreenshotOptions().setPath(GUIDE.resolve("setup-" + name + ".png")));
        }
        return this;
    }
}
