package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pages of the tasks on the phone of one technician. Every page that is looked at is held to what a phone needs. */
final class PhoneScreen {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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

    PhoneScreen goesTo(String address) {
        page.navigate(address);
        return this;
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

    /** Nowhere that can be seen. */
    PhoneScreen readsNot(String text) {
        assertThat(page.locator("body")).not().containsText(text, new ContainsTextOptions().setUseInnerText(true));
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

    /** The list has noticed by itself. */
    PhoneScreen comesUpAgain() {
        isOnlineAgain();
        becomes("() => document.querySelector('.offline')?.hidden === true", null);
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
        Locator photos = unfoldsPhotos();
        int before = photos.locator("img").count();
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
        leaves().keepsNothing();
    }

    PhoneScreen leaves() {
        page.locator("header form[action$='/logout'] button").click();
        assertThat(page.locator("#username")).isVisible();
        return this;
    }

    /** Neither what was typed, nor what waits, nor what was kept to be read. */
    PhoneScreen keepsNothing() {
        becomes("() => localStorage.length === 0", null);
        return waits(0);
    }

    /** So many forms that were typed and have not been sent. */
    PhoneScreen keepsTyped(int forms) {
        becomes(
                "forms => Object.keys(localStorage).filter(key => key.startsWith('baoxiu-draft')).length === forms",
                forms);
        return this;
    }

    /** So many photos and forms wait on the phone, whoever has filled them in. */
    PhoneScreen waits(int entries) {
        becomes(
                """
                async expected => {
                  const databases = await indexedDB.databases();
                  if (!databases.some(one => one.name === 'baoxiu-waiting')) return expected === 0;
                  const database = await new Promise(done => {
                    const opening = indexedDB.open('baoxiu-waiting');
                    opening.onsuccess = () => done(opening.result);
                  });
                  if (!database.objectStoreNames.contains('entries')) { database.close(); return expected === 0; }
                  const counting = database.transaction('entries').objectStore('entries').count();
                  const count = await new Promise(done => { counting.onsuccess = () => done(counting.result); });
                  database.close();
                  return count === expected;
                }""",
                entries);
        return this;
    }

    /** Playwright waits for no promise, and a page may go on to the next meanwhile. */
    private void becomes(String script, Object expected) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            try {
                return (Boolean) page.evaluate(script, expected);
            } catch (PlaywrightException e) {
                return false;
            }
        });
    }

    /** The list and its tasks about these slips can be read without a network; on the page of a task, that task. */
    PhoneScreen hasKept(String... slips) {
        becomes(
                """
                async slips => {
                  const { person, home, task } = document.body.dataset;
                  if (!navigator.serviceWorker.controller || !await caches.has('baoxiu-own')) return false;
                  const own = await caches.open('baoxiu-own');
                  const list = await (await own.match(home))?.text() ?? '';
                  const kept = (await own.keys()).map(one => one.url);
                  const links = [...document.querySelectorAll('[data-own=true]')];
                  const tasks = task ? [task] : slips.map(slip => links.find(link => link.textContent.includes(slip)).dataset.task);
                  return list.includes(`data-person="${person}"`)
                    && tasks.every(one => kept.some(url => url.includes(`/${one}/form-variables`)));
                }""",
                List.of(slips));
        return this;
    }

    /** A photo of the slip, in the folded part of the page. */
    PhoneScreen seesPhoto() {
        unfoldsPhotos();
        becomes("() => document.querySelector('.photos img').naturalWidth > 0", null);
        return this;
    }

    private Locator unfoldsPhotos() {
        Locator photos = page.locator(".photos");
        if (photos.getAttribute("open") == null) {
            photos.locator("summary").click();
        }
        return photos;
    }

    /** Into a cellar, whatever the page says to it. */
    PhoneScreen isOffline() {
        page.context().setOffline(true);
        return this;
    }

    /** As if the battery was empty for so long. */
    PhoneScreen sleeps(Duration time) {
        page.clock().setSystemTime(System.currentTimeMillis() + time.toMillis());
        return this;
    }

    /** Without a log-out: somebody else takes the phone. */
    PhoneScreen losesItsLogin() {
        page.context().clearCookies();
        return this;
    }

    PhoneScreen triesToLogOut(String answer) {
        page.locator("header button").click();
        return reads(answer);
    }

    /** Says yes to what the browser asks. */
    PhoneScreen agrees() {
        page.onceDialog(Dialog::accept);
        return this;
    }

    /** Addresses to which something was sent from now on, in their order. */
    List<String> sendings() {
        List<String> sent = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().contains("/tasks/")) {
                sent.add(request.url().replaceFirst(".*/tasks/[^/]+/(photos|forms).*", "$1"));
            }
        });
        return sent;
    }

    /** The first that is sent there arrives, and its answer is lost on the way back. */
    PhoneScreen losesOneAnswerTo(String address) {
        CDPSession line = page.context().newCDPSession(page);
        line.on("Fetch.requestPaused", answer -> {
            JsonObject lost = new JsonObject();
            lost.add("requestId", answer.get("requestId"));
            lost.addProperty("errorReason", "ConnectionReset");
            line.send("Fetch.failRequest", lost);
            line.detach();
        });
        line.send(
                "Fetch.enable",
                JsonParser.parseString("{patterns: [{urlPattern: '%s', requestStage: 'Response'}]}".formatted(address))
                        .getAsJsonObject());
        return this;
    }

    PhoneScreen takesPhotoToKeep(String label, FilePayload photo) {
        unfoldsPhotos()
                .locator("label", new Locator.LocatorOptions().setHasText(label))
                .locator("input")
                .setInputFiles(photo);
        return reads("照片存在这台手机上，网络恢复后自动上传");
    }

    /** The screen as it stands in a guide. */
    PhoneScreen inGuide(String name) {
        GuidePicture.take(page, name);
        return this;
    }

    PhoneScreen isGood(String picture) {
        phone.isGood(picture);
        return this;
    }
}
