package org.baoxiu.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How a constant is spelt in forms, variables and decision tables: in camel case, {@code OWNER_ABSENT} as {@code ownerAbsent}. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        String words = Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase())
                .collect(Collectors.joining());
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
