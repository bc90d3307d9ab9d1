package org.baoxiu.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.baoxiu.shared.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What cannot be printed is answered with a page that says why. */
@ControllerAdvice(assignableTypes = {SlipPrintPage.class, BlankSlipsPage.class, StatementPage.class})
class PaperRefusals {

    @ExceptionHandler
    String refused(Rejection rejection, Model model, HttpServletResponse response) {
        response.setStatus(
                (rejection.kind() == Rejection.Kind.FORBIDDEN ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST).value());
        model.addAttribute("reason", rejection.getMessage());
        return "not-printed";
    }
}
