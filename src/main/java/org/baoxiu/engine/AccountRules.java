package org.baoxiu.engine;

import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What the engine takes as a login name and as a password; the rest of an account is checked by {@link Accounts}. */
@Component
class AccountRules extends AbstractProcessEnginePlugin {

    /** For the name that the engine gives to what it refuses. */
    static final String BAD_ID = "%s只能用汉字、英文字母和数字，中间可以有 . - _ @ ·，不超过 64 个字。";

    /** Nothing that an address, a list or an expression takes for a sign of its own; what cannot be seen is no part of it. */
    private static final String ID = "(?=.{1,64}$)[a-zA-Z0-9\\p{IsHan}]+(?:[.\\-_@·][a-zA-Z0-9\\p{IsHan}]+)*";

    private final PasswordPolicy passwords;

    AccountRules(PasswordPolicy passwords) {
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setUserResourceWhitelistPattern(ID);
        engine.setGroupResourceWhitelistPattern(ID);
        engine.setTenantResourceWhitelistPattern(ID);
        engine.setPasswordPolicy(passwords);
        engine.setEnablePasswordPolicy(true);
    }
}
