package org.baoxiu.people;

import java.util.List;

/** The start is refused because nobody could log in safely. */
class AdministratorException extends RuntimeException {

    private final String action;

    private AdministratorException(String description, String action) {
        super(description);
        this.action = action;
    }

    static AdministratorException passwordMissing() {
        return new AdministratorException(
                "There is no administrator yet and no password for one was given. 还没有系统管理员，也没有给出管理员密码。",
                "Set the environment variable BAOXIU_ADMIN_PASSWORD (at least %d characters) for the first start, or use the "
                                .formatted(AdministratorProperties.SHORTEST_PASSWORD)
                        + "profile demo to try the application: --spring.profiles.active=demo. "
                        + "首次启动请设置环境变量 BAOXIU_ADMIN_PASSWORD；只想试用时请启用 demo 配置。");
    }

    static AdministratorException passwordWeak() {
        return new AdministratorException(
                "The password given for the administrator is too weak. 给出的管理员密码过于简单。",
                "Set BAOXIU_ADMIN_PASSWORD to at least %d characters that are not soon guessed and contain neither the login name nor 'baoxiu'. "
                                .formatted(AdministratorProperties.SHORTEST_PASSWORD)
                        + PasswordRules.REFUSED);
    }

    static AdministratorException demoPeople(List<String> people) {
        return new AdministratorException(
                "This database holds demo people with a password that everybody knows: %s. 数据库中仍有演示账号。"
                        .formatted(String.join(", ", people)),
                "Use a new database for real work, or start with the profile demo. 正式使用请换用新的数据库；试用请启用 demo 配置。");
    }

    String action() {
        return action;
    }
}
