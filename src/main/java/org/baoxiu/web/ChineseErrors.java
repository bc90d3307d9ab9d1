package org.baoxiu.web;

import java.util.Map;
import org.baoxiu.shared.DatabaseAway;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What the error page, and a program that wants none, says of an error that no page has said anything about. */
@Component
class ChineseErrors extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        int status = (int) attributes.get("status");
        attributes.put("error", title(status));
        attributes.put("message", message(status));
        return attributes;
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "没有权限";
            case 404 -> "没有这个页面";
            case 503 -> "暂时不能办理";
            default -> "没有办成";
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 403 -> "您的账号不能办理或查看这一项。确有需要，请联系系统管理员。";
            case 404 -> "请检查地址是否完整。";
            case 503 -> DatabaseAway.MESSAGE;
            default -> status < 500 ? "请返回上一页，检查后再试。" : "系统出错，本次操作没有保存。请稍后再试；若仍不行，请告诉系统管理员。";
        };
    }
}
