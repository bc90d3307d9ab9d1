package org.baoxiu.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.owner.SubmittedForms;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.Persons;
import org.baoxiu.people.StaffImport;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Rejection;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.FormRefusal;
import org.baoxiu.web.KeptFiles;
import org.baoxiu.web.ListFile;
import org.baoxiu.web.ListImport;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The people of the office with groups and qualifications, by hand and from a list. They can log in at once. */
@StaffPage
@RequestMapping("/setup/people")
class PeoplePage {

    private final StaffImport staff;
    private final Persons persons;
    private final OfficeRegister offices;
    private final ListImport<StaffImport.Result> imports;

    PeoplePage(StaffImport staff, Persons persons, OfficeRegister offices, KeptFiles files) {
        this.staff = staff;
        this.persons = persons;
        this.offices = offices;
        this.imports = new ListImport<>(
                "people", files, staff::preview, staff::apply, result -> result.added() + result.changed() > 0);
    }

    /** @param people by name and login */
    record Group(String label, List<String> people) {}

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("form", SubmittedForms.newKey());
        model.addAttribute("labels", OfficeGroup.values());
        model.addAttribute("qualifications", Qualification.values());
        model.addAttribute("offices", offices.names());
    }

    @GetMapping
    String list(Model model) {
        return list(TypedStaff.NOBODY, model);
    }

    private String list(TypedStaff typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "groups",
                Arrays.stream(OfficeGroup.values())
                        .map(group -> group(group.label(), group.id()))
                        .toList());
        model.addAttribute(
                "ofOffices",
                offices.all().stream()
                        .map(office -> group(office.name(), OfficeGroups.of(Objects.requireNonNull(office.id()))))
                        .filter(office -> !office.people().isEmpty())
                        .toList());
        return "setup-people";
    }

    private Group group(String label, String id) {
        return new Group(
                label,
                persons.of(persons.membersOf(id)).entrySet().stream()
                        .map(one -> one.getValue() + "（" + one.getKey() + "）")
                        .sorted()
                        .toList());
    }

    @PostMapping
    String add(
            TypedStaff typed, @RequestParam(defaultValue = "") String form, Model model, HttpServletResponse response) {
        try {
            SubmittedForms.check(form);
            model.addAttribute("done", staff.enter(typed.lines(), form));
            return list(TypedStaff.NOBODY, model);
        } catch (Rejection refused) {
            FormRefusal.say(refused, model, response);
            return list(typed, model);
        }
    }

    @PostMapping("/import")
    String look(
            Principal person,
            @RequestParam(required = false) @Nullable MultipartFile list,
            Model model,
            HttpServletResponse response)
            throws IOException {
        imports.look(person, list, model, response);
        return list(model);
    }

    /** The passwords are shown by this form only: only hashes of them are kept. */
    @PostMapping("/import/confirmed")
    String confirm(Principal person, @RequestParam String file, Model model, HttpServletResponse response) {
        imports.confirm(person, file, model, response);
        return list(model);
    }

    @GetMapping("/import/template.xlsx")
    ResponseEntity<byte[]> workbook() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        staff.template(template);
        return Attachment.workbook("人员模板.xlsx", template.toByteArray());
    }

    @GetMapping("/import/template.csv")
    ResponseEntity<byte[]> text() {
        return ListFile.text("人员模板.csv", staff.headings());
    }
}
