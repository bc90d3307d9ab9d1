package org.baoxiu.people;

import java.util.regex.Pattern;

/** What is taken as a login name, and as the id of a group. */
public final class LoginNames {

    /** For the name of what is refused. */
    public static final String REFUSED = "%s只能用汉字、英文字母和数字，中间可以有 . - _ @ ·，不超过 64 个字。";

    /** Nothing that an address, a list or an expression takes for a sign of its own; what cannot be seen is no part of it. */
    public static final String PATTERN = "(?=.{1,64}$)[a-zA-Z0-9\\p{IsHan}]+(?:[.\\-_@·][a-zA-Z0-9\\p{IsHan}]+)*";

    private static final Pattern ACCEPTED = Pattern.compile(PATTERN);

    private LoginNames() {}

    static boolean accept(String login) {
        return ACCEPTED.matcher(login).matches();
    }
}
