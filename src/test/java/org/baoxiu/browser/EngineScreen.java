package org.baoxiu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A web application of the engine as one person sees it: walks through all its pages, one of each kind, with their tabs and
 * dialogs, and notes what is not Chinese.
 */
final class EngineScreen {

    private static final Path PICTURES = Path.of("target", "pages");
    private static final Duration QUIET = Duration.ofMillis(500);
    /** Opens a dialog or a new row; nothing of it is sent. */
    private static final String OPENERS =
            "[ng-click*='open'], [ng-click*='Dialog'], [ng-click*='elete'], [ng-click*='addNew']";

    private static final double FADE_MILLIS = 2_000;

    private static final Pattern FOREIGN = Pattern.compile("[A-Za-z]{2,}");
    /** What is written the same in every language. */
    private static final Pattern NAMES = Pattern.compile(String.join(
            "|",
            // ids of the engine, of the models, of files, people and groups
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "[\\w-]+:\\d+:",
            "\\b[\\w./-]+\\.(bpmn|dmn|form)\\b",
            "\\b[a-z]+(-[a-z]+)+\\b",
            "\\b(Task|Event|Gateway|Flow|Activity|Call|Sub|Start|End|Timer|Boundary|Process)\\w*_\\w+",
            "\\b[a-z]+[0-9]*([A-Z]\\w*)+",
            "\\b(clerk[12]|clerklead|tech[123]|supervisor|director|dutydirector|affairs|admin|default)\\b",
            "\\b(demo|maintenance|tasklist|welcome|cockpit|messages|board|slips|deliveries|months|clients|technician)\\b",
            "\\b(processowner|owner|office[12]|absence|baoxiu|forms|processes)\\b",
            // variables, and what a form keeps in one
            "\\b(area|inside|channel|phone|confirmed|emergency|place|office|registrar|requote|rework)\\b",
            "</?a\\b[^>]*>|<tel:\\d+>",
            "点击复制“[\\s\\S]*”",
            "\\bWX\\d{8}-\\d{6}\\b",
            "[A-Z]{2,5}-\\d{2}",
            "\\bPT?\\d\\w*",
            "[$#]\\{[^}]*}",
            // terms of the trade
            "\\b(CSV|JSON|DMN|BPMN|FNI|EDE|TU|PI|DI|LDAP|Ctrl)\\b"));

    /** Where code stands, and words of whoever wrote a model. */
    private static final String DATA =
            "pre, code, script, style, .CodeMirror, .dmn-decision-table-container td, .input-label, .output-label, .input-expression, .output-name, td.resource-id";

    private static final String TEXTS =
            """
            data => {
              const texts = [document.title];
              const shown = element => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
              const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
              for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
                if (node.nodeType === Node.TEXT_NODE) {
                  const parent = node.parentElement;
                  if (parent.closest(data)) continue;
                  if (shown(parent.closest('select') ?? parent)) texts.push(node.data);
                } else if (shown(node)) {
                  ['placeholder', 'title', 'aria-label'].forEach(name => texts.push(node.getAttribute(name) ?? ''));
                }
              }
              return texts.map(text => text.trim()).filter(text => text);
            }""";

    private final Page page;
    private final String address;
    private final String pictures;
    private final Set<Request> open = new HashSet<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> hovered = new HashSet<>();
    private long lastAnswer;
    private int picture;

    EngineScreen(Page page, String application, String name, String pictures) {
        this.page = page;
        this.address = application + "/camunda/app/" + name + "/default/";
        this.pictures = pictures + "-" + name;
        page.setViewportSize(1366, 768);
        page.onRequest(request -> {
            open.add(request);
            lastAnswer = System.nanoTime();
        });
        page.onRequestFinished(this::answered);
        page.onRequestFailed(this::answered);
    }

    private void answered(Request request) {
        open.remove(request);
        lastAnswer = System.nanoTime();
    }

    /** Opens the application at one of its own addresses, such as {@code #/processes}. */
    EngineScreen opens(String place) {
        // An address that differs in its fragment alone would not load anything
        page.navigate("about:blank");
        page.navigate(address + place);
        page.locator("[cam-widget-header] .account").first().waitFor();
        return settles();
    }

    private EngineScreen settles() {
        page.waitForCondition(() -> open.isEmpty() && System.nanoTime() - lastAnswer > QUIET.toNanos());
        Tasklist.isDrawn(page);
        return this;
    }

    /** Where the pages of the office are. */
    void returnsToTheOffice() {
        leadsTo("办公页面", "/messages");
    }

    /** By its menu. */
    void leadsTo(String title, String path) {
        opens("");
        menu(title).click();
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile(path + "$"));
    }

    /** Its menu, complete as it is, does not have this. */
    void leadsNotTo(String title) {
        opens("");
        assertThat(menu(title)).hasCount(0);
    }

    private Locator menu(String title) {
        return page.locator("[cam-widget-header] a", new Page.LocatorOptions().setHasText(title));
    }

    /**
     * Opens pages of the application, beginning with these, and then whatever their links lead to.
     *
     * @return what is not Chinese, each text with the page where it stands first
     */
    Set<String> walks(List<String> first) {
        Deque<String> places = new ArrayDeque<>(first);
        Set<String> kinds = new HashSet<>();
        while (!places.isEmpty()) {
            String place = places.poll();
            if (kinds.add(kind(place))) {
                looksAt(place);
                places.addAll(links());
            }
        }
        return foreign;
    }

    /** The page says this somewhere. */
    EngineScreen says(String words) {
        assertThat(page.locator(".ctn-main")).containsText(words);
        return this;
    }

    /** Goes where the first link or tab with such a text leads. */
    EngineScreen follows(String text) {
        page.locator(".ctn-main a:visible", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
        return settles();
    }

    /** Goes where its menu leads. */
    EngineScreen goesTo(String title) {
        menu(title).first().click();
        return settles();
    }

    /** Whether what a selector names is to be seen. */
    EngineScreen shows(String selector, boolean seen) {
        assertThat(page.locator(selector + ":visible")).hasCount(seen ? 1 : 0);
        return this;
    }

    /** A file cannot be had from now on. */
    EngineScreen withoutFile(String files) {
        page.route(files, Route::abort);
        return this;
    }

    EngineScreen pictured(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        return this;
    }

    EngineScreen picturesForGuide(String name) {
        GuidePicture.take(page, name);
        return pictured(name);
    }

    /** @return what is not Chinese on these pages alone */
    Set<String> readsOnly(List<String> places) {
        places.forEach(place -> opens(place).reads(place));
        return foreign;
    }

    private void looksAt(String place) {
        opens(place).reads(kind(place));
        Locator tabs = page.locator(".nav-tabs a[href='']:visible");
        for (int i = 0; i < tabs.count(); i++) {
            tabs.nth(i).click();
            settles().reads(kind(place) + " " + tabs.nth(i).innerText());
            opensDialogs(place);
        }
        opensDialogs(place);
    }

    private void opensDialogs(String place) {
        Locator openers = page.locator(OPENERS);
        for (int i = 0; i < openers.count(); i++) {
            Locator opener = openers.nth(i);
            if (!opener.isVisible() || !opener.isEnabled() || !opened.add(opener.getAttribute("ng-click"))) {
                continue;
            }
            String action = opener.getAttribute("ng-click");
            String before = page.url();
            opener.click();
            settles().reads(kind(place) + " " + action);
            closes();
            if (!page.url().equals(before)) {
                opens(place);
            }
        }
    }

    /** A dialog fades away; some leave with a button only. */
    private void closes() {
        Locator dialogs = page.locator(".modal-dialog");
        if (dialogs.count() == 0) {
            return;
        }
        page.keyboard().press("Escape");
        try {
            assertThat(dialogs).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(FADE_MILLIS));
        } catch (AssertionError stays) {
            dialogs.last().locator(".modal-footer button:visible").first().click();
            assertThat(dialogs).hasCount(0);
        }
    }

    private List<String> links() {
        return page.locator("a[href^='#/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** An address without what distinguishes one slip, person or version from the other. */
    private static String kind(String place) {
        String[] parts = place.split("\\?", 2);
        String path = parts[0].replaceAll("(?<=/(users|groups|tenants)/)[^/]+", "*")
                .replaceAll("[\\w-]+:\\d+:", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "*")
                .replaceAll("/$", "");
        if (parts.length == 1) {
            return path;
        }
        return path
                + Pattern.compile("&")
                        .splitAsStream(parts[1])
                        .filter(parameter -> parameter.matches("(section|tab)=.*|resource=\\d+|(task|deployment)=.*"))
                        .map(parameter -> parameter.replaceAll("(task|deployment)=.*", "$1"))
                        .sorted()
                        .reduce("", (all, parameter) -> all + " " + parameter);
    }

    @SuppressWarnings("unchecked")
    private void reads(String where) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve("%s-%02d.png".formatted(pictures, ++picture))));
        for (String text : (List<String>) page.evaluate(TEXTS, DATA)) {
            reads(text, where);
        }
        readsTooltips(where);
    }

    private void reads(String text, String where) {
        if (isForeign(text)) {
            foreign.add(text.replaceAll("\\s+", " ") + "  [" + where + ", picture " + picture + "]");
        }
    }

    private static boolean isForeign(String text) {
        return FOREIGN.matcher(NAMES.matcher(text).replaceAll("")).find();
    }

    /** As they are when they come up: some are translated then. */
    private void readsTooltips(String where) {
        Locator shown = page.locator(".tooltip-inner:visible");
        for (Locator one : page.locator("[uib-tooltip]:visible").all()) {
            String words = one.getAttribute("uib-tooltip");
            if (page.locator(".modal-dialog").count() == 0 && isForeign(words) && hovered.add(words)) {
                one.hover();
                shown.first().waitFor();
                reads(shown.first().innerText(), where);
                page.mouse().move(0, 0);
                assertThat(shown).hasCount(0);
            }
        }
    }
}
