package org.baoxiu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the office: an installed Chromium or Chrome, otherwise the one that Playwright fetches. */
final class OfficeBrowser implements AutoCloseable {

    private static final List<String> INSTALLED_NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final String MISSING =
            "No browser for the tests: install one with 'apt-get install chromium', or set CHROMIUM to the path of a Chromium or Chrome.";
    /** For root in a container, and nothing that calls home. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final double PATIENCE_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String application;
    private final Map<String, Tasklist> people = new LinkedHashMap<>();
    /** Of those who come for one test only: with a phone, at the wall, at a machine that is everybody's. */
    private final List<BrowserContext> guests = new ArrayList<>();

    /** Opens the browser on the application at an address such as {@code http://localhost:8080}. */
    OfficeBrowser(String application) {
        this.application = application;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // Otherwise Playwright fetches all the browsers it knows, several hundred megabytes
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = launch();
    }

    private Browser launch() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(FLAGS);
        Optional<Path> installed = installed();
        try {
            if (installed.isPresent()) {
                options.setExecutablePath(installed.get());
            } else {
                fetch();
            }
            return playwright.chromium().launch(options);
        } catch (PlaywrightException | IOException e) {
            playwright.close();
            throw new IllegalStateException(MISSING, e);
        }
    }

    private static Optional<Path> installed() {
        Stream<Path> given = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> INSTALLED_NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(given, onPath).filter(Files::isExecutable).findFirst();
    }

    /** Playwright's own installer, which ends its Java virtual machine and therefore gets one of its own. */
    private static void fetch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CLI.class.getName(),
                "install",
                "--only-shell",
                "chromium"));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("Playwright could not fetch a browser");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The screen of a person of the demo, logged in once and for good. */
    Tasklist of(String person) {
        return people.computeIfAbsent(person, name -> Tasklist.logIn(machine().newPage(), tasklist(), name))
                .looksAgain();
    }

    /** Likewise of somebody who is no person of the demo. */
    Tasklist of(String person, String password) {
        return people.computeIfAbsent(person, name -> Tasklist.logIn(machine().newPage(), tasklist(), name, password))
                .looksAgain();
    }

    /** The screen of whoever sets the office up, on which nobody is logged in. */
    SetupScreen setup() {
        return new SetupScreen(machine().newPage(), application);
    }

    private BrowserContext machine() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1280, 800));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** A machine that several people use, each after the other. */
    Tasklist atTheCounter(String person) {
        return byLink(tasklist(), person);
    }

    /** Another machine, on which somebody opens a link and then logs in. */
    Tasklist byLink(String link, String person) {
        return Tasklist.logIn(guest(machine()).newPage(), link, person);
    }

    private String tasklist() {
        return application + "/camunda/app/tasklist/";
    }

    private BrowserContext guest(BrowserContext context) {
        guests.add(context);
        return context;
    }

    /**
     * After a test: the guests go, and of the people only these go on looking at their lists. An open page asks for news all
     * the time, and with every page the others become slower.
     */
    void rests(Tasklist... stay) {
        guests.forEach(BrowserContext::close);
        guests.clear();
        people.values().stream()
                .filter(person -> !List.of(stay).contains(person))
                .forEach(Tasklist::looksAway);
    }

    /** The wall screen, on which somebody has logged in. */
    WallScreen board(String person) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1920, 1080));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return WallScreen.open(guest(context).newPage(), application, person);
    }

    /** The pages of the staff on a person's screen. */
    DeskScreen desk(String person) {
        return new DeskScreen(of(person).beside(), application);
    }

    /** A web application of the engine on a person's screen. */
    EngineScreen engine(String person, String name) {
        return new EngineScreen(of(person).beside(), application, name, person);
    }

    /** An owner's phone, which runs the scripts of a page or does not. */
    OwnerScreen owner(boolean scripts) {
        return new OwnerScreen(phonePage(scripts));
    }

    /** A technician's phone on which nobody is logged in. */
    PhoneScreen phone() {
        return new PhoneScreen(phonePage(true));
    }

    private Page phonePage(boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2)
                .setBaseURL(application)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return guest(context).newPage();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
