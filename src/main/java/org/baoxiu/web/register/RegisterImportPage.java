package org.baoxiu.web.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import org.baoxiu.office.ImportResult;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.web.Attachment;
import org.baoxiu.web.KeptFiles;
import org.baoxiu.web.ListFile;
import org.baoxiu.web.ListImport;
import org.baoxiu.web.StaffPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Fills the register from a list: it is looked at first, and confirmed. */
@StaffPage
@RequestMapping("/register-keep/import")
class RegisterImportPage {

    private final RegisterImport register;
    private final OfficeRegister offices;
    private final ListImport<ImportResult> imports;

    RegisterImportPage(RegisterImport register, OfficeRegister offices, KeptFiles files) {
        this.register = register;
        this.offices = offices;
        this.imports = new ListImport<>(
                "register",
                files,
                register::preview,
                (list, file) -> register.apply(list),
                result -> result.added() + result.changed() > 0);
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("offices", offices.names());
        return "register-import";
    }

    @PostMapping
    String look(
            Principal person,
            @RequestParam(required = false) @Nullable MultipartFile list,
            Model model,
            HttpServletResponse response)
            throws IOException {
        imports.look(person, list, model, response);
        return choose(model);
    }

    @PostMapping("/confirmed")
    String confirm(Principal person, @RequestParam String file, Model model, HttpServletResponse response) {
        imports.confirm(person, file, model, response);
        return choose(model);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> workbook() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        register.template(template);
        return Attachment.workbook("房屋与业主模板.xlsx", template.toByteArray());
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> text() {
        return ListFile.text("房屋与业主模板.csv", register.headings());
    }
}
