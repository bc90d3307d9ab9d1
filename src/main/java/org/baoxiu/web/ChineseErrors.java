package org.baoxiu.web;

import java.util.Map;
import org.baoxiu.shared.DatabaseAway;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What the error page, and a program that wants none, says of an error that no page has said anything about. */
@Component
public class ChineseErrors extends DefaultErrorAttributes {

    /** The attribute of a request whose form no page of the application has sent. */
    public static final String FOREIGN_FORM = ChineseErrors.class.getName() + ".foreign";

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        int status = attributes.get("status") instanceof Integer known ? known : 500;
        attributes.put("error", title(status));
        attributes.put("message", message(status));
        if (request.getAttribute(FOREIGN_FORM, RequestAttributes.SCOPE_REQUEST) != null) {
            attributes.put("error", "没有提交");
            attributes.put("message", "这次提交不是从本页面发出的，没有办理。请重新打开页面再试。");
        }
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
