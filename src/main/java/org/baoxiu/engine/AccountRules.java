package org.baoxiu.engine;

import org.baoxiu.people.LoginNames;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** What the engine takes as a login name and as a password; the rest of an account is checked by {@link Accounts}. */
@Component
class AccountRules extends AbstractProcessEnginePlugin {

    private final PasswordPolicy passwords;

    AccountRules(PasswordPolicy passwords) {
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setUserResourceWhitelistPattern(LoginNames.PATTERN);
        engine.setGroupResourceWhitelistPattern(LoginNames.PATTERN);
        engine.setTenantResourceWhitelistPattern(LoginNames.PATTERN);
        engine.setPasswordPolicy(passwords);
        engine.setEnablePasswordPolicy(true);
    }
}
