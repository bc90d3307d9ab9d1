package org.baoxiu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.multipart.MultipartFile;

/**
 * How a page fills something from a list: what it would do is shown first ({@code preview}, and {@code file} where it would do
 * anything), and done once its sender has confirmed it ({@code done}).
 *
 * @param page     names the list among those of one person
 * @param apply    does it, with the name by which its sender alone knows the file
 * @param changing whether a result says that something is new or changed
 */
public record ListImport<R>(
        String page,
        KeptFiles files,
        Function<InputStream, R> preview,
        BiFunction<InputStream, String, R> apply,
        Predicate<R> changing) {

    public void look(Principal person, @Nullable MultipartFile list, Model model, HttpServletResponse response)
            throws IOException {
        try {
            byte[] content = ListFile.content(list);
            R result = preview.apply(new ByteArrayInputStream(content));
            model.addAttribute("preview", result);
            if (changing.test(result)) {
                model.addAttribute("file", files.keep(person.getName(), page, content));
            }
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
        }
    }

    public void confirm(Principal person, String file, Model model, HttpServletResponse response) {
        try {
            model.addAttribute(
                    "done",
                    files.use(
                            person.getName(),
                            page,
                            file,
                            content -> apply.apply(new ByteArrayInputStream(content), file)));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
        }
    }
}
