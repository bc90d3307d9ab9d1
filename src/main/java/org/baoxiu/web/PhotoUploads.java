package org.baoxiu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.photo.Judged;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.PhotoProblem;
import org.baoxiu.photo.Picture;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Several photos that somebody has sent together: each is judged by itself, the good ones are kept, and of each other it is said
 * which one it was and why.
 *
 * @param problems in short, to stand in the address of the page that says them: place among the photos, problem, and the name of
 *                 the file where it is one that a camera gives
 */
public record PhotoUploads(List<Picture> pictures, List<String> problems) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}\\.[A-Za-z0-9]{2,5}");
    private static final Pattern PROBLEM = Pattern.compile("(\\d)\\.([A-Z_]+)(?:\\.(" + NAME.pattern() + "))?");

    /** @throws Rejection if there are more than a slip may have */
    public static PhotoUploads of(@Nullable List<MultipartFile> files) {
        // a form without a photo has one part without a name
        List<MultipartFile> chosen = Stream.ofNullable(files)
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty() || !name(file).isBlank())
                .toList();
        if (chosen.size() > PhotoKind.MOST) {
            throw Rejection.invalid("照片最多 " + PhotoKind.MOST + " 张，您选了 " + chosen.size() + " 张，请减少后重新提交。");
        }
        List<Picture> pictures = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (MultipartFile file : chosen) {
            Judged judged = Picture.judged(bytes(file));
            if (judged instanceof Picture picture) {
                pictures.add(picture);
            } else {
                problems.add((chosen.indexOf(file) + 1) + "." + judged
                        + (NAME.matcher(name(file)).matches() ? "." + name(file) : ""));
            }
        }
        return new PhotoUploads(pictures, problems);
    }

    /** Sentences for whoever chose the photos; what is not one of {@link #problems} says nothing. */
    public static List<String> said(List<String> problems) {
        return problems.stream()
                .map(PROBLEM::matcher)
                .filter(Matcher::matches)
                .flatMap(problem -> Stream.of(PhotoProblem.values())
                        .filter(kind -> kind.name().equals(problem.group(2)))
                        .map(kind -> "第 " + problem.group(1) + " 张"
                                + (problem.group(3) == null ? "" : "（" + problem.group(3) + "）") + "没有保存："
                                + kind.text()))
                .toList();
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
