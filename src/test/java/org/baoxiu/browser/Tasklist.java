package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tasklist as one person sees it. Whatever is looked for is waited for. */
final class Tasklist {

    static final String MINE = "我的任务";
    static final String OF_MY_GROUPS = "本组任务";

    private static final String DEMO_PASSWORD = "baoxiu";

    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    /** Slip numbers, codes of the catalogue and user ids are the same in every language; so is what somebody has typed as an address. */
    private static final Pattern CODE = Pattern.compile(
            "\\S*evil\\.example\\S*|<a href=\\S*|<img src=x>|`a`|(?<=\\()x(?=\\))|WX\\d{8}-\\d{6}|[A-Z]{2,5}-\\d{2}|\\b(clerk[12]|clerklead|tech[123]|supervisor|kefu[12]|weixiu1)\\b");

    private static final String NOTHING = "about:blank";
    private static final Pattern NO_WORDS_YET = Pattern.compile("DUE_DATE|CREATION_DATE|SEARCH_PLACEHOLDER");

    private final Page page;
    private final String address;

    private Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    static Tasklist logIn(Page page, String link, String person) {
        return logIn(page, link, person, DEMO_PASSWORD);
    }

    static Tasklist logIn(Page page, String link, String person, String password) {
        Tasklist tasklist = new Tasklist(page, link);
        page.navigate(link);
        page.getByLabel("账号").waitFor();
        tasklist.readsAsChinese();
        return tasklist.isTakenBy(person, password);
    }

    /** Another window of the same person. */
    Page beside() {
        return page.context().newPage();
    }

    /** To what is shown now. */
    String link() {
        return page.url();
    }

    /** The task that is open. */
    Tasklist shows(String task, String about) {
        Locator pane = page.locator("[cam-tasklist-task]");
        assertThat(pane.locator("h2")).hasText(task);
        pane.locator(".fjs-form", new Locator.LocatorOptions().setHasText(about))
                .waitFor();
        return this;
    }

    /** As after hours without a request: the next one finds no session. */
    Tasklist isLoggedOutByTheServer() {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("BAOXIU-SESSION"));
        refreshes();
        page.getByLabel("账号").waitFor();
        return this;
    }

    /** Begins again with nothing open. */
    void reloads() {
        page.reload();
        waitsForLists();
    }

    /** Stays logged in, with nothing on the screen that would ask for news. */
    void looksAway() {
        page.navigate(NOTHING);
    }

    Tasklist looksAgain() {
        if (page.url().equals(NOTHING)) {
            page.navigate(address);
            waitsForLists();
        }
        return this;
    }

    /** And for the words, which come by themselves. */
    private void waitsForLists() {
        page.locator(".task-filter").first().waitFor();
        assertThat(page.locator("body"))
                .not()
                .containsText(NO_WORDS_YET, new ContainsTextOptions().setUseInnerText(true));
    }

    /** Opens the start form of a process. */
    TaskForm begins(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-body a", new Page.LocatorOptions().setHasText(process))
                .click();
        Locator dialog = page.locator(".modal-content");
        dialog.locator(".fjs-form-field").first().waitFor();
        readsAsChinese();
        return new TaskForm(page, dialog, "启动");
    }

    /** Opens the task of a list that is about a slip, or about a place as long as the number is not known. */
    TaskForm opens(String list, String task, String about) {
        turnsTo(list);
        Locator entry = entry(task, about);
        Locator pane = page.locator("[cam-tasklist-task]");
        if (!entry.getAttribute("class").contains("active")) {
            // The form of the task before stays until this one is loaded
            pane.locator(".fjs-form").evaluateAll("all => all.forEach(form => form.dataset.old = '')");
            entry.click();
        }
        assertThat(pane.locator("h2")).hasText(task);
        pane.locator(".fjs-form:not([data-old])", new Locator.LocatorOptions().setHasText(about))
                .waitFor();
        readsAsChinese();
        return new TaskForm(page, pane, "完成");
    }

    /** Ends the session of whoever sits here; nothing is left on the machine. */
    Tasklist logsOut() {
        page.locator(".navbar .account .dropdown-toggle, [cam-widget-header] .account a")
                .first()
                .click();
        page.locator("[ng-click='logout()']").click();
        page.locator("input[type=password]").waitFor();
        assertThat(kept()).as("what is left on the machine").isEmpty();
        return this;
    }

    /** Somebody else sits down at the same machine. */
    Tasklist isTakenBy(String person) {
        return isTakenBy(person, DEMO_PASSWORD);
    }

    private Tasklist isTakenBy(String person, String password) {
        page.getByLabel("账号").fill(person);
        page.getByLabel("密码").fill(password);
        page.locator("main.login button").click();
        waitsForLists();
        return this;
    }

    /** What the browser keeps of forms that were not sent. */
    String kept() {
        return (String)
                page.evaluate(
                        "Object.entries(localStorage).filter(([key]) => key.includes('form:')).map(entry => entry.join()).join()");
    }

    /** Twelve hours go by on the clock of this machine. */
    void isLeftForHalfADay() {
        page.evaluate("() => { const now = Date.now(); Date.now = () => now + 12 * 3600 * 1000 + 1000; }");
    }

    /** Presses the mouse on an entry and lets go only when the list has been drawn anew. */
    TaskForm opensThroughARefresh(String list, String task, String about) {
        turnsTo(list);
        entry(task, about).locator("h4").hover();
        ElementHandle pressed = entry(task, about).elementHandle();
        page.mouse().down();
        refreshes();
        page.waitForCondition(() -> !(boolean) pressed.evaluate("entry => entry.isConnected"));
        page.mouse().up();
        shows(task, about);
        return new TaskForm(page, page.locator("[cam-tasklist-task]"), "完成");
    }

    private void refreshes() {
        page.evaluate("() => { const root = window.angular.element(document.body).injector().get('$rootScope');"
                + " root.$apply(() => root.$broadcast('refresh')); }");
    }

    /** Besides the words "in a month" the list says date and hour. */
    void saysWhenItIsDue(String task, String slip) {
        assertThat(entry(task, slip)).containsText(Pattern.compile("（(\\d{4}年)?\\d{1,2}月\\d{1,2}日 \\d{2}:\\d{2}）"));
    }

    /** Somebody has rung up about a slip: what they want is entered on the form of the call. */
    TaskForm takesCall(String slip) {
        begins("业主来电登记").writes("来电号码、尾号或维修单号", slip).sends();
        return opens(MINE, "办理来电", slip);
    }

    TaskForm claims(String task, String slip) {
        return opens(OF_MY_GROUPS, task, slip).claims();
    }

    void hasNo(String list, String task, String slip) {
        turnsTo("逾期任务");
        assertThat(page.locator(".task-filter.active")).containsText("逾期任务");
        page.waitForResponse(answer -> answer.url().contains("/list"), () -> turnsTo(list));
        isDrawn(page);
        assertThat(entry(task, slip)).hasCount(0);
    }

    private void turnsTo(String list) {
        page.locator(".task-filter a", new Page.LocatorOptions().setHasText(list))
                .first()
                .click();
    }

    static void isDrawn(Page page) {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    private Locator entry(String task, String about) {
        return page.locator("ol.tasks-list li.task", new Page.LocatorOptions().setHasText(about))
                .filter(new Locator.FilterOptions().setHasText(task));
    }

    /** No English word stands on the page, neither in its texts nor in empty fields. */
    private void readsAsChinese() {
        String texts = page.locator("body").innerText()
                + page.locator("[placeholder]:visible").all().stream()
                        .map(field -> "\n" + field.getAttribute("placeholder"))
                        .collect(Collectors.joining());
        assertThat(LATIN_WORD
                        .matcher(CODE.matcher(texts).replaceAll(""))
                        .results()
                        .map(MatchResult::group))
                .as("English words on the page")
                .isEmpty();
    }

    /** Takes a picture for the guides, without the messages that happen to stand on the page. */
    void pictures(String name) {
        page.locator(".page-notifications .close:not(.ng-hide)")
                .evaluateAll("all => all.forEach(close => close.click())");
        page.evaluate("document.activeElement.blur()");
        picturesAsItIs(name);
    }

    void picturesAsItIs(String name) {
        GuidePicture.take(page, name);
    }
}
