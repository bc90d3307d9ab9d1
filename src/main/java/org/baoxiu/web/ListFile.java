package org.baoxiu.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** A list to be imported as the browser sends it, and the empty one to fill in. */
public final class ListFile {

    /** Without it a spreadsheet program in China reads the text in another code. */
    private static final String MARK = "\uFEFF";

    private ListFile() {}

    /** @throws Rejection when no file was chosen */
    public static byte[] content(@Nullable MultipartFile sent) throws IOException {
        if (sent == null || sent.isEmpty()) {
            throw Rejection.invalid("请先选择要导入的文件（.xlsx 或 CSV），再点“预览”。");
        }
        return sent.getBytes();
    }

    public static ResponseEntity<byte[]> text(String name, List<String> headings) {
        String line = MARK + String.join(",", headings) + "\r\n";
        return Attachment.of(
                name, new MediaType("text", "csv", StandardCharsets.UTF_8), line.getBytes(StandardCharsets.UTF_8));
    }
}
