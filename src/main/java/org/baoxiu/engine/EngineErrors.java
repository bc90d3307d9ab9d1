package org.baoxiu.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.baoxiu.people.LoginNames;
import org.baoxiu.people.PasswordRules;
import org.baoxiu.shared.DatabaseAway;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.rest.dto.AuthorizationExceptionDto;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Says in Chinese what went wrong with a request to the engine. Tasklist shows the message as it is, so it holds one or
 * two sentences for the person at the screen and nothing of the engine's own wrapping: the cause is searched through
 * the whole chain, since the engine and its REST layer wrap what a listener throws twice.
 */
final class EngineErrors {

    static final String NOT_PERMITTED = "您没有权限进行这一操作。如确需办理，请联系主管或系统管理员。";
    static final String NOT_YOURS = "这个任务现在不归您办，可能已经交给别人。请刷新任务列表后再看。";
    static final String CHANGED_MEANWHILE = "这张单刚刚被别人更新过，请刷新后再试。";
    static final String TASK_GONE = "任务已不存在，可能已由他人完成，请刷新任务列表。";
    static final String ALREADY_CLAIMED = "任务已被他人认领，请刷新任务列表。";
    static final String UNEXPECTED = "系统出错，本次操作没有保存。请稍后再试；若仍不行，请把编号 %s 告诉系统管理员。";

    /** By the beginning of what the engine says. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "The user already exists", "这个登录名已有人使用，请换一个。",
            "Password does not match policy", PasswordRules.REFUSED,
            "User has an invalid id", LoginNames.REFUSED.formatted("登录名"),
            "Group has an invalid id", LoginNames.REFUSED.formatted("小组编号"),
            "Tenant has an invalid id", LoginNames.REFUSED.formatted("租户编号"));

    private static final Logger LOG = LoggerFactory.getLogger(EngineErrors.class);

    private EngineErrors() {}

    static Response answer(Throwable error) {
        Rejection rejection = find(error, Rejection.class);
        if (rejection != null) {
            return answer(statusOf(rejection), "Rejection", rejection.getMessage());
        }
        AuthorizationException missing = find(error, AuthorizationException.class);
        if (missing != null) {
            LOG.info("Refused: {}", missing.getMessage());
            ExceptionDto body = AuthorizationExceptionDto.fromException(missing);
            body.setMessage(isWorkOnTask(missing) ? NOT_YOURS : NOT_PERMITTED);
            return answer(Status.FORBIDDEN, body);
        }
        if (find(error, TaskAlreadyClaimedException.class) != null) {
            return answer(Status.CONFLICT, "TaskAlreadyClaimedException", ALREADY_CLAIMED);
        }
        if (find(error, OptimisticLockingException.class) != null
                || find(error, ConcurrencyFailureException.class) != null) {
            LOG.info("Two changes at once: {}", error.getMessage());
            return answer(Status.CONFLICT, "OptimisticLockingException", CHANGED_MEANWHILE);
        }
        Optional<String> account = refusedOfAccount(error);
        if (account.isPresent()) {
            return answer(Status.BAD_REQUEST, "Rejection", account.get());
        }
        if (isTaskGone(error)) {
            return answer(Status.NOT_FOUND, "TaskNotFound", TASK_GONE);
        }
        if (DatabaseAway.is(error)) {
            LOG.error("No connection to the database: {}", error.getMessage());
            return answer(Status.SERVICE_UNAVAILABLE, "Unavailable", DatabaseAway.MESSAGE);
        }
        return isUnexpected(error)
                ? unexpected(error)
                : ExceptionHandlerHelper.getInstance().getResponse(error);
    }

    private static Status statusOf(Rejection rejection) {
        return switch (rejection.kind()) {
            case INVALID, OUT_OF_TURN -> Status.BAD_REQUEST;
            case BUSY -> Status.CONFLICT;
            case FORBIDDEN -> Status.FORBIDDEN;
        };
    }

    /** The engine has no type of its own for these. */
    private static Optional<String> refusedOfAccount(Throwable error) {
        return ACCOUNTS.entrySet().stream()
                .filter(refusal -> find(
                                error,
                                cause -> cause instanceof ProcessEngineException && startsWith(cause, refusal.getKey()))
                        != null)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isTaskGone(Throwable error) {
        return find(
                                error,
                                cause -> cause instanceof ProcessEngineException
                                        && startsWith(cause, "Cannot find task with id"))
                        != null
                || error instanceof InvalidRequestException invalid
                        && invalid.getStatus() == Status.NOT_FOUND
                        && startsWith(invalid, "No matching task with id");
    }

    private static boolean startsWith(Throwable error, String beginning) {
        return error.getMessage() != null && error.getMessage().startsWith(beginning);
    }

    private static boolean isUnexpected(Throwable error) {
        return ExceptionHandlerHelper.getInstance().getStatus(error).getFamily() == Status.Family.SERVER_ERROR;
    }

    private static Response unexpected(Throwable error) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected error, shown to the person as {}", reference, error);
        ExceptionDto body = ExceptionHandlerHelper.getInstance().fromException(error);
        body.setMessage(UNEXPECTED.formatted(reference));
        return answer(ExceptionHandlerHelper.getInstance().getStatus(error), body);
    }

    /** Who had the task may still have its form open. */
    private static boolean isWorkOnTask(AuthorizationException missing) {
        return missing.getMissingAuthorizations().stream()
                .anyMatch(one -> Permissions.TASK_WORK.getName().equals(one.getViolatedPermissionName()));
    }

    private static Response answer(Status status, String type, String message) {
        ExceptionDto body = new ExceptionDto();
        body.setType(type);
        body.setMessage(message);
        return answer(status, body);
    }

    private static Response answer(Status status, ExceptionDto body) {
        return Response.status(status)
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static <T extends Throwable> @Nullable T find(Throwable error, Class<T> type) {
        return type.cast(find(error, type::isInstance));
    }

    private static @Nullable Throwable find(Throwable error, Predicate<Throwable> condition) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (condition.test(cause)) {
                return cause;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
