package org.baoxiu.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;

/** A picture of the guides: what stands on the screen, taken anew with {@code -Dbaoxiu.screenshots=true}. */
final class GuidePicture {

    private static final Path FOLDER = Path.of("docs", "images");

    private GuidePicture() {}

    static void take(Page page, String name) {
        if (Boolean.getBoolean("baoxiu.screenshots")) {
            page.evaluate("document.fonts.ready");
            page.screenshot(
                    new Page.ScreenshotOptions().setScale(ScreenshotScale.CSS).setPath(FOLDER.resolve(name + ".png")));
        }
    }
}
