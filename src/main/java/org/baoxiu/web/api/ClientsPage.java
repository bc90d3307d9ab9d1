package org.baoxiu.web.api;

import java.util.Arrays;
import java.util.List;
import org.baoxiu.shared.Offices;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.baoxiu.web.StaffPage;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Where the administrator gives keys to the clients of the intake API 接口应用 and takes them away. */
@StaffPage(title = "接口应用", path = "/clients", place = 60)
@RequestMapping("/clients")
class ClientsPage {

    private final Clients clients;
    private final Offices offices;

    ClientsPage(Clients clients, Offices offices) {
        this.clients = clients;
        this.offices = offices;
    }

    @GetMapping
    String clients(Model model) {
        model.addAttribute("clients", clients.all());
        model.addAttribute("offices", String.join("\n", offices.names()));
        return "clients";
    }

    /** @param offices one in each line */
    @PostMapping
    String create(@RequestParam String id, @RequestParam String name, @RequestParam String offices, Model model) {
        List<String> lines = Arrays.stream(offices.split("\\R"))
                .map(String::strip)
                .filter(office -> !office.isEmpty())
                .toList();
        return show(id, clients.create(id.strip(), Texts.line(name), lines), model);
    }

    @PostMapping("/{id}/key")
    String newKey(@PathVariable String id, Model model) {
        return show(id, clients.newKey(id), model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id) {
        clients.end(id);
        return "redirect:/clients";
    }

    /** The key is shown this once: only a hash of it is kept. */
    private String show(String id, String key, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("key", key);
        return clients(model);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refused(Rejection refused, Model model) {
        model.addAttribute("refused", refused.getMessage());
        return clients(model);
    }
}
