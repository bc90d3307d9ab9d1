package org.baoxiu.web.card;

import org.baoxiu.shared.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Without a place there is no card; what else is refused is said on the card. */
@ControllerAdvice(assignableTypes = {CardPage.class, NewReportPage.class, CallPage.class, IncidentCallPage.class})
class CardRefusals {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknown(Rejection rejection, Model model) {
        model.addAttribute("reason", rejection.getMessage());
        return "no-place";
    }
}
