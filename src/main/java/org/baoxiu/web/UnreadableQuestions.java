package org.baoxiu.web;

import org.baoxiu.shared.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where an address or a form asks for a list that cannot be, its reader is told why instead. */
@ControllerAdvice({"org.baoxiu.web.lists", "org.baoxiu.web.managers"})
class UnreadableQuestions {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String unreadable(Rejection rejection, Model model) {
        model.addAttribute("reason", rejection.getMessage());
        return "no-list";
    }
}
