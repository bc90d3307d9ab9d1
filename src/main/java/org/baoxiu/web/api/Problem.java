package org.baoxiu.web.api;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why a request was not carried out. A client's program goes by the code, its people read title and detail (RFC 9457). */
enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "请求的格式不对"),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "缺少 Idempotency-Key"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "密钥无效"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "没有权限"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "没有找到"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "不支持这个方法"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "不能用要求的格式应答"),
    SAME_FAULT_OPEN(HttpStatus.CONFLICT, "已有同一处的报修"),
    OUT_OF_TURN(HttpStatus.CONFLICT, "现在不能办理"),
    BUSY(HttpStatus.CONFLICT, "正在办理"),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "请求太大"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "请求的内容类型不对"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "Idempotency-Key 已用过"),
    INVALID(HttpStatus.UNPROCESSABLE_ENTITY, "内容不符合要求"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "请求太频繁"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "暂时不能办理"),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错");

    private static final String TYPE = "urn:baoxiu:problem:";

    private final HttpStatus status;
    private final String title;

    Problem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProblemDetail because(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code()));
        problem.setTitle(title);
        problem.setProperty("code", code());
        return problem;
    }

    Refused refused(String detail) {
        return new Refused(because(detail));
    }

    /** A request that the API itself refuses; what the procedure refuses is a {@link org.baoxiu.shared.Rejection}. */
    static class Refused extends RuntimeException {

        private final ProblemDetail problem;

        Refused(ProblemDetail problem) {
            super(problem.getDetail());
            this.problem = problem;
        }

        ProblemDetail problem() {
            return problem;
        }

        /** One more member that a program may want to read. */
        Refused with(String name, Object value) {
            problem.setProperty(name, value);
            return this;
        }
    }
}
