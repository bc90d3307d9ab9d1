package org.baoxiu.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The writer as the application has it, without the application. */
final class Writers {

    private Writers() {}

    static PdfWriter writer() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        try {
            return new PdfWriter(engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
