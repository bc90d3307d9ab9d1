package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form on the screen, filled in as a person does it: field by field, by what is written beside the field. */
final class TaskForm {

    private static final Pattern SLIP_NUMBER = Pattern.compile("WX\\d{8}-\\d{6}");

    private final Page page;
    private final Locator frame;
    private final String sendButton;

    TaskForm(Page page, Locator frame, String sendButton) {
        this.page = page;
        this.frame = frame;
        this.sendButton = sendButton;
    }

    TaskForm writes(String label, String text) {
        return writes(label, 1, text);
    }

    /**
     * Fills in one of several fields of the same name, counted from 1. A form that is drawing itself anew may drop what is
     * typed meanwhile; a person sees that and types again.
     */
    TaskForm writes(String label, int occurrence, String text) {
        Locator input = field(label).nth(occurrence - 1).locator("input, textarea");
        for (int attempt = 0; attempt < 3 && !input.inputValue().equals(text); attempt++) {
            input.click();
            input.fill(text);
            input.blur();
            Tasklist.isDrawn(page);
        }
        assertThat(input).hasValue(text);
        return this;
    }

    /** Types an amount key by key, as with a Chinese input method; when the field is left it shows how that was understood. */
    TaskForm types(String label, int occurrence, String typed, String understood) {
        Locator input = field(label).nth(occurrence - 1).locator("input");
        input.fill("");
        input.pressSequentially(typed);
        input.blur();
        assertThat(input).hasValue(understood);
        return this;
    }

    /** One row of material; the next row appears when this one has a name. Quantity and price as a person types them. */
    TaskForm writesMaterial(int row, String name, String quantity, String yuan) {
        return writes("材料 " + row, name).writes("数量（件、米等）", row, quantity).writes("单价（元）", row, yuan);
    }

    TaskForm chooses(String label, String option) {
        field(label)
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(exactly(option)))
                .click();
        return this;
    }

    TaskForm ticks(String... labels) {
        for (String label : labels) {
            field(label).locator("input[type=checkbox]").check();
        }
        return this;
    }

    /** Looks an option up by a part of its text. */
    TaskForm selects(String label, String option) {
        Locator field = field(label);
        field.locator(".fjs-input-group").click();
        Locator search = field.locator("input.fjs-input");
        if (search.count() > 0) {
            search.fill(option);
        }
        field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    TaskForm has(String label, String text) {
        assertThat(field(label).locator("input, textarea").first()).hasValue(text);
        return this;
    }

    TaskForm reads(String... texts) {
        for (String text : texts) {
            assertThat(frame).containsText(text);
        }
        return this;
    }

    TaskForm lacks(String... texts) {
        for (String text : texts) {
            assertThat(frame).not().containsText(text);
        }
        return this;
    }

    /** No link of the form leaves the application, and nothing is fetched. */
    TaskForm leadsNowhereElse() {
        assertThat(frame.locator(".fjs-form-field-text")
                        .locator("a[href*='evil'], a[href^='mailto'], img, h1, code, em"))
                .hasCount(0);
        return this;
    }

    /** Follows a link to a paper, which opens beside the form without a second login, and prints it there. */
    TaskForm prints(String link) {
        Page paper = page.waitForPopup(() -> frame.locator("a", new Locator.LocatorOptions().setHasText(exactly(link)))
                .click());
        Response printed = paper.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> paper.locator("main button").click());
        assertEquals("200 application/pdf", printed.status() + " " + printed.headerValue("content-type"));
        paper.close();
        return this;
    }

    String slipNumber() {
        Matcher number = SLIP_NUMBER.matcher(frame.innerText());
        if (!number.find()) {
            throw new AssertionError("no slip number in: " + frame.innerText());
        }
        return number.group();
    }

    TaskForm claims() {
        frame.locator("button.claim").click();
        assertThat(frame.locator("button.claim")).isHidden();
        assertThat(send()).isEnabled();
        return this;
    }

    /** Tries to take the task over, and is told why this cannot be. */
    TaskForm cannotClaim(String sentence) {
        frame.locator("button.claim").click();
        assertThat(messages()).containsText(sentence);
        assertThat(frame.locator("button.claim")).isVisible();
        return this;
    }

    /** Completes the task or starts the process. */
    void sends() {
        send().click();
        assertThat(send()).isHidden();
    }

    /** Tries to complete the task, and is told why this cannot be. */
    TaskForm isRefused(String sentence) {
        send().click();
        assertThat(messages()).containsText(sentence);
        assertThat(send()).isVisible();
        return this;
    }

    /** Tries to start the process, and is told why this cannot be, in front of the page that cannot be used now. */
    TaskForm isRefusedInTheDialog(String sentence) {
        send().click();
        assertThat(frame).containsText(sentence);
        assertThat(send()).isVisible();
        return this;
    }

    /** Tries to complete the task, and is shown what is missing before anything leaves the page. */
    TaskForm misses(String label) {
        send().click();
        assertThat(field(label).locator(".fjs-form-field-error")).hasText("此项必填。");
        return this;
    }

    /** What is typed is no answer; the form says so and keeps it. */
    TaskForm writesInVain(String label, String text, String says) {
        writes(label, text);
        assertThat(field(label).locator(".fjs-form-field-error")).hasText(says);
        assertThat(field(label).locator("input")).hasValue(text);
        return this;
    }

    /** Is shown what cannot be read as soon as the field is left. */
    TaskForm isWrong(String label, int occurrence, String sentence) {
        assertThat(field(label).nth(occurrence - 1).locator(".fjs-form-field-error"))
                .hasText(sentence);
        return this;
    }

    private Locator send() {
        return frame.locator("button", new Locator.LocatorOptions().setHasText(exactly(sendButton)));
    }

    private Locator messages() {
        return page.locator(".page-notifications, footer .status");
    }

    private Locator field(String label) {
        return frame.locator(".fjs-form-field:not(.fjs-form-field-grouplike)")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label", new Page.LocatorOptions().setHasText(exactly(label)))));
    }

    /** The text and nothing else but the asterisk of a required field. */
    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[\\[\\](){}.*+?^$|\\\\]", "\\\\$0") + "\\s*\\*?\\s*$");
    }
}
