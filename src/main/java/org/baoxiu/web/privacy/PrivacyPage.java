package org.baoxiu.web.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.baoxiu.privacy.PersonalData;
import org.baoxiu.privacy.PersonalData.Asked;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.StaffPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Somebody asks what the office knows of them, or to be forgotten 个人信息. Telephone and name are sent in the body of a form: addresses are
 * written into the logs of proxies.
 */
@StaffPage(title = "个人信息", path = "/privacy", place = 75)
@RequestMapping("/privacy")
class PrivacyPage {

    private final PersonalData data;

    PrivacyPage(PersonalData data) {
        this.data = data;
    }

    @GetMapping
    String form() {
        return "privacy";
    }

    @PostMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String telephone,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        keep(telephone, name, model);
        try {
            model.addAttribute("found", data.find(new Asked(telephone, name)));
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
        }
        return "privacy";
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(
            Principal person, @RequestParam String telephone, @RequestParam(defaultValue = "") String name) {
        String text = data.export(new Asked(telephone, name), person.getName());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("个人信息.txt", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/erase")
    String erase(
            Principal person,
            @RequestParam String telephone,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "false") boolean photos,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute("erased", data.erase(new Asked(telephone, name), how, photos, person.getName()));
        } catch (Rejection refused) {
            find(telephone, name, model, response);
            FormRefusal.say(refused, model, response);
        }
        return "privacy";
    }

    private static void keep(String telephone, String name, Model model) {
        model.addAttribute("telephone", telephone);
        model.addAttribute("name", name);
    }
}
