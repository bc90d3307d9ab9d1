package org.baoxiu.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.baoxiu.shared.Rejection;

/** Why an upload is no photo that is kept, told by its content, with what to do about it. */
public enum PhotoProblem implements Judged {
    EMPTY("文件是空的，可能没有传完整。请重新选择这张照片。"),
    HEIC("苹果手机的 HEIC 照片打不开。请先在“设置－相机－格式”里选“兼容性最佳”重新拍照，或者截屏后上传。"),
    WEBP("WebP 图片打不开。请截屏后上传，或者另存为 JPEG。"),
    GIF("GIF 图片打不开。请截屏后上传，或者重新拍照。"),
    UNKNOWN("只能上传 JPEG 或 PNG 照片，这个文件不是。请重新拍照，或者截屏后上传。"),
    BROKEN("照片已损坏，打不开。请重新拍照后上传。"),
    TOO_LARGE("照片太大：每张不能超过 " + Picture.MAX_MEGABYTES + " MB、6500 万像素。请把照片缩小，或者截屏后上传。");

    private static final String[] BRANDS_OF_HEIC = {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"};

    private final String text;

    PhotoProblem(String text) {
        this.text = text;
    }

    /** What happened and what to do, for whoever chose the photo. */
    public String text() {
        return text;
    }

    Rejection rejection() {
        return Rejection.invalid(text);
    }

    /** Of a file that is neither JPEG nor PNG. */
    static PhotoProblem ofForeign(byte[] upload) {
        String beginning = new String(upload, 0, Math.min(upload.length, 32), StandardCharsets.ISO_8859_1);
        if (upload.length == 0) {
            return EMPTY;
        }
        if (beginning.startsWith("GIF8")) {
            return GIF;
        }
        if (beginning.startsWith("RIFF") && beginning.startsWith("WEBP", 8)) {
            return WEBP;
        }
        return beginning.startsWith("ftyp", 4)
                        && Arrays.stream(BRANDS_OF_HEIC).anyMatch(brand -> beginning.startsWith(brand, 8))
                ? HEIC
                : UNKNOWN;
    }
}
