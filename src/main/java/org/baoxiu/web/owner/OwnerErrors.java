package org.baoxiu.web.owner;

import org.baoxiu.owner.Throttle.TooManyRequests;
import org.baoxiu.owner.UnknownLink;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.desk.DeliveriesPage;
import org.baoxiu.web.desk.LinkPage;
import org.baoxiu.web.desk.MessagesPage;
import org.baoxiu.web.desk.PhotosPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says in Chinese why a page does not show what was asked for. */
@ControllerAdvice(
        assignableTypes = {
            ReportPage.class,
            OwnerPage.class,
            MyPage.class,
            PhotosPage.class,
            LinkPage.class,
            MessagesPage.class,
            DeliveriesPage.class
        })
class OwnerErrors {

    @ExceptionHandler(UnknownLink.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Model model) {
        return page(model, "链接无效", "这个链接打不开维修单：可能没有复制完整，已经换了新的链接，或者维修单关闭超过 30 天。请在“查我的报修”里用手机号打开，或联系客服重新发送链接。");
    }

    @ExceptionHandler(TooManyRequests.class)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooMany(Model model) {
        return page(model, "操作太频繁", "您在一小时内提交的次数太多。请过一小时再试；急事请直接打电话，号码在下面。");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(HttpStatus.PAYLOAD_TOO_LARGE)
    String tooLarge(Model model) {
        return page(model, "照片太大", "每张照片不能超过 10 MB。请返回上一页，换小一些的照片再提交；填写的内容还在上一页。");
    }

    @ExceptionHandler(Rejection.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(Rejection rejection, Model model) {
        return page(model, "没有办成", rejection.getMessage());
    }

    private static String page(Model model, String title, String text) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "owner-message";
    }
}
