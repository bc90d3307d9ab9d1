package org.baoxiu.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Says in Chinese what Tomcat refuses before any page or interface has seen it, such as an address that cannot be read; for
 * programs below {@code /api} as a problem of RFC 9457.
 */
public class ServerErrors extends ErrorReportValve {

    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String PROBLEM =
            """
      {"type":"urn:baoxiu:problem:%1$s","title":"%2$s","status":%3$d,"detail":"%4$s","code":"%1$s"}""";
    private static final String PAGE =
            """
      <!DOCTYPE html>
      <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title></head><body><h1>%1$s</h1><p>%2$s</p></body></html>
      """;

    @Override
    protected void report(Request request, Response response, Throwable error) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean program = request.getDecodedRequestURI() == null
                ? asked(request).contains("/api/")
                : request.getDecodedRequestURI().startsWith("/api/");
        try {
            response.setCharacterEncoding("UTF-8");
            response.setContentType(program ? "application/problem+json" : "text/html");
            response.setHeader("Cache-Control", "no-store");
            Writer out = response.getReporter();
            if (out != null) {
                out.write(program ? problem(status) : page(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("Nobody is there any more to be told of an error", e);
        }
    }

    private static String asked(Request request) {
        return String.valueOf(request.getRequestURI());
    }

    private static String problem(int status) {
        String detail = "请对照接口说明 /api/v1/openapi.yaml 核对地址、方法和请求头。";
        if (status == NOT_FOUND) {
            return PROBLEM.formatted("not-found", "没有找到", status, detail);
        }
        return status < SERVER_ERROR
                ? PROBLEM.formatted("malformed", "请求的格式不对", status, detail)
                : PROBLEM.formatted("unexpected", "系统出错", status, "这次请求没有办成，可以用同一个 Idempotency-Key 重发。");
    }

    private static String page(int status) {
        return status < SERVER_ERROR
                ? PAGE.formatted("地址不对", "请检查地址是否完整。")
                : PAGE.formatted("没有办成", "系统出错，本次操作没有保存。请稍后再试。");
    }
}
