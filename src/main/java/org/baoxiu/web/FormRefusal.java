package org.baoxiu.web;

import jakarta.servlet.http.HttpServletResponse;
import org.baoxiu.shared.Rejection;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** What is refused is said above the form, which keeps what was typed. */
public final class FormRefusal {

    private FormRefusal() {}

    public static void say(Rejection refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("refused", refused.getMessage());
    }
}
