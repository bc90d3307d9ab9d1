package org.baoxiu.engine;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Optional;
import org.baoxiu.people.LoginDelays;
import org.baoxiu.people.LoginWait;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The accounts in the engine's own tables: what is saved of a person is checked there, whoever saves it and however, and
 * whoever guesses a password waits. The engine itself would lock an account for good after ten wrong ones from anywhere.
 */
class Accounts extends DbIdentityServiceProvider {

    static final String BAD_ADDRESS = "邮箱地址不正确。请只填一个完整的地址，例如 name@example.com。";
    static final String BAD_NAME = "姓名要写在一行里，不超过 100 个字。";

    private static final int LONGEST_NAME = 100;
    /** Of a mail address, by the standard. */
    private static final int LONGEST_ADDRESS = 254;

    private final LoginDelays delays;

    Accounts(LoginDelays delays) {
        this.delays = delays;
    }

    @Override
    public boolean checkPassword(String login, String password) {
        if (login == null) {
            return false;
        }
        String address = address();
        Optional<Instant> until = delays.waitUntil(login, address);
        if (until.isPresent()) {
            LoginWait.notYet(until.get());
            return false;
        }
        boolean right = super.checkPassword(login, password);
        if (right) {
            delays.succeeded(login, address);
        } else {
            delays.failed(login, address);
            delays.waitUntil(login, address).ifPresent(LoginWait::wrong);
        }
        return right;
    }

    /** Of whoever asks; a call from within has none. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }

    @Override
    protected boolean isUserLocked(UserEntity user) {
        return false;
    }

    @Override
    protected void lockUser(UserEntity user) {
        // counted by address instead
    }

    /** By an administrator. */
    @Override
    public IdentityOperationResult unlockUser(String login) {
        delays.forget(login);
        return super.unlockUser(login);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        if (!isName(text(user.getFirstName())) || !isName(text(user.getLastName()))) {
            throw Rejection.invalid(BAD_NAME);
        }
        if (!text(user.getEmail()).isEmpty() && !isAddress(user.getEmail())) {
            throw Rejection.invalid(BAD_ADDRESS);
        }
        return super.saveUser(user);
    }

    private static String text(String textOrNull) {
        return textOrNull == null ? "" : textOrNull;
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean isAddress(String address) {
        try {
            // of "name <address>" only the second part would be the address
            return address.length() <= LONGEST_ADDRESS
                    && address.codePoints().noneMatch(Character::isISOControl)
                    && new InternetAddress(address, true).getAddress().equals(address);
        } catch (AddressException e) {
            return false;
        }
    }
}
