package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages of the tasks on the phone of one technician. Every page that is looked at is held to what a phone needs. */
final class PhoneScreen {

    private static final String FORM_VIEWER = "**/form-viewer-*.js";

    private final Page page;
    private final PhonePage phone;

    PhoneScreen(Page page) {
        this.page = page;
        this.phone = new PhonePage(page);
    }

    PhoneScreen logsIn(String person) {
        page.navigate("/tasks");
        isGood("login");
        enters(person, "baoxiu");
        return showsList();
    }

    PhoneScreen failsToLogIn(String person) {
        page.navigate("/tasks");
        enters(person, "wrong");
        return reads("账号或密码不正确");
    }

    private void enters(String person, String password) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(password);
        page.locator("button").click();
    }

    /** As by an old link. */
    PhoneScreen looksFor(String task) {
        page.navigate("/tasks/" + task);
        return this;
    }

    /** The page of a task that is gone has the same heading. */
    PhoneScreen showsList() {
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("我的任务")))
                .isVisible();
        return this;
    }

    /** Begins again with the list, as somebody does who looks at the phone after a while. */
    PhoneScreen looksAtList() {
        page.navigate("/tasks");
        return showsList();
    }

    /** As by the link above the form. */
    PhoneScreen looksAtPhotos(String slip) {
        page.navigate("/slips/" + slip + "/photos");
        return reads(slip);
    }

    PhoneScreen reads(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).containsText(text);
        }
        return this;
    }

    PhoneScreen readsNot(String text) {
        assertThat(page.locator("body")).not().containsText(text);
        return this;
    }

    TaskForm opens(String task, String slip) {
        return taps(task, slip).showsForm(slip);
    }

    PhoneScreen taps(String task, String slip) {
        page.locator("li a", new Page.LocatorOptions().setHasText(slip))
                .filter(new Locator.FilterOptions().setHasText(task))
                .click();
        return this;
    }

    /** What is known of a task is there before its form. */
    PhoneScreen isOpening(String place) {
        Locator brief = page.locator(".brief");
        assertThat(brief).isVisible();
        assertThat(brief).containsText(place);
        assertThat(brief).containsText("正在打开表单");
        return this;
    }

    /** What may be done while the form viewer is still on its way; it arrives afterwards. */
    void isSlow(Runnable meanwhile) {
        List<Route> held = new CopyOnWriteArrayList<>();
        page.context().route(FORM_VIEWER, held::add);
        meanwhile.run();
        page.context().unroute(FORM_VIEWER);
        held.forEach(Route::resume);
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

    PhoneScreen isOnlineAgain() {
        page.context().setOffline(false);
        return this;
    }

    PhoneScreen hasTheNetworkAgain() {
        isOnlineAgain();
        assertThat(page.locator("footer .status")).containsText("网络已恢复");
        return this;
    }

    /** Taps what stands where the form is sent, and is told what became of it. */
    PhoneScreen tries(String button, String answer) {
        page.locator("footer button.main", new Page.LocatorOptions().setHasText(button))
                .click();
        return reads(answer);
    }

    /** What is sent arrives, and its answer is lost on the way back. */
    PhoneScreen losesTheAnswerTo(String address) {
        page.route(address, route -> {
            route.fetch();
            route.abort();
        });
        return this;
    }

    PhoneScreen hasAnswersAgainTo(String address) {
        page.unroute(address);
        return this;
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
        photos.locator("label", new Locator.LocatorOptions().setHasText(label))
                .locator("input")
                .setInputFiles(photo);
        assertThat(photos.locator("img")).hasCount(before + 1);
        return this;
    }

    PhoneScreen signs() {
        phone.signs();
        return this;
    }

    PhoneScreen isTicked(String label) {
        assertThat(page.locator("label", new Page.LocatorOptions().setHasText(label))
                        .locator("input[type=checkbox]"))
                .isChecked();
        return this;
    }

    void logsOut() {
        page.locator("header button").click();
        assertThat(page.locator("#username")).isVisible();
        keepsNothing();
    }

    PhoneScreen keepsNothing() {
        assertThat((Integer) page.evaluate("localStorage.length"))
                .as("what is left on the phone")
                .isZero();
        return this;
    }

    PhoneScreen isGood(String picture) {
        phone.isGood(picture);
        return this;
    }
}
