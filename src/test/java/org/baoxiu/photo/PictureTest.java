package org.baoxiu.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.photo.Uploads;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("上传的照片")
class PictureTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    @DisplayName("a photo is kept as a JPEG of 1600 pixels with a thumbnail; a small one is not blown up")
    void keptInTwoSizes() throws IOException {
        Picture large = Picture.of(Uploads.jpeg(4000, 3000));
        assertThat(read(large.full()).getWidth()).isEqualTo(1600);
        assertThat(read(large.full()).getHeight()).isEqualTo(1200);
        assertThat(read(large.thumbnail()).getWidth()).isEqualTo(320);
        assertThat(read(Picture.of(Uploads.png(100, 80)).full()).getWidth()).isEqualTo(100);
        assertThat(read(Picture.of(Uploads.png(16_000, 2)).thumbnail()).getHeight())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("a photo stands upright, and where it was taken is gone")
    void uprightWithoutPlace() throws IOException {
        byte[] upload = Uploads.withPlaceAndOrientation(400, 300);
        assertThat(text(upload)).contains("GPS 39.9042");

        byte[] kept = Picture.of(upload).full();
        assertThat(text(kept)).doesNotContain("GPS 39.9042", "Exif");
        assertThat(read(kept).getWidth()).isEqualTo(300);
        assertThat(colour(kept, 290, 200)).as("what was above is at the right").isEqualTo("red");
        assertThat(colour(kept, 10, 200)).isEqualTo("blue");
    }

    @Test
    @DisplayName("whatever comes after the photo, or in its notes, is gone")
    void nothingHidden() {
        assertThat(text(Picture.of(Uploads.photoAndPage()).full())).doesNotContain("script");
    }

    @Test
    @DisplayName("a picture of noise fits into a row of the database too")
    void noiseFits() {
        assertThat(Picture.of(Uploads.noise(1600, 1600)).full().length).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    @Tag("found:C8")
    @DisplayName("what is no photo is refused, whatever it is called, each with its own reason")
    void noPhotos() {
        for (byte[] upload : Arrays.asList(Uploads.svgWithScript(), new byte[10])) {
            Refusal.of(() -> Picture.of(upload)).invalid().says("JPEG 或 PNG");
        }
        Refusal.of(() -> Picture.of(Uploads.heic())).invalid().says("HEIC", "苹果");
        Refusal.of(() -> Picture.of(Uploads.gif())).invalid().says("GIF");
        Refusal.of(() -> Picture.of(Uploads.webp())).invalid().says("WebP");
        Refusal.of(() -> Picture.of(new byte[0])).invalid().says("空的");
        byte[] photo = Uploads.jpeg(64, 64);
        Refusal.of(() -> Picture.of(Arrays.copyOf(photo, 200))).invalid().says("已损坏");
        assertThat(Picture.judged(Uploads.gif())).isEqualTo(PhotoProblem.GIF);
        assertThat(PhotoProblem.GIF.text()).contains("GIF").doesNotContain("苹果");
    }

    @Test
    @Tag("found:C8")
    @DisplayName("a film behind a photo is no part of it")
    void motionPhoto() throws IOException {
        assertThat(read(Picture.of(Uploads.motionPhoto()).full()).getWidth()).isEqualTo(400);
    }

    @Test
    @DisplayName("more than 10 MB, or more pixels than any camera has, is refused before it is unpacked")
    void tooLarge() {
        assertTimeout(SOON, () -> {
            Refusal.of(() -> Picture.of(new byte[50 << 20])).invalid().says("10 MB");
            Refusal.of(() -> Picture.of(Uploads.blank(10_000, 10_000)))
                    .invalid()
                    .says("6500 万像素");
            Refusal.of(() -> Picture.of(Uploads.blank(17_000, 10))).invalid().says("6500 万像素");
        });
    }

    @Test
    @DisplayName("as many pixels as the best camera has are taken")
    void largestCamera() throws IOException {
        assertThat(read(Picture.of(Uploads.blank(9_000, 7_000)).full()).getWidth())
                .isEqualTo(1600);
    }

    @Test
    @DisplayName("what unpacks to a gigabyte or never ends costs no time")
    void bombs() {
        byte[] text = Uploads.bombInText();
        byte[] pixels = Uploads.bombInPixels();
        assertTimeout(Duration.ofSeconds(3), () -> {
            assertThat(Picture.of(text).full()).isNotEmpty();
            assertThat(Picture.of(pixels).full()).isNotEmpty();
            Refusal.of(() -> Picture.of(Uploads.endlesslyRefined())).invalid().says("已损坏");
        });
    }

    @Test
    @DisplayName("a signature is black on white; an empty canvas is none")
    void signature() throws IOException {
        byte[] kept = Picture.signature(Uploads.signature()).full();
        assertThat(new Color(read(kept).getRGB(100, 53)).getRed()).isLessThan(50);
        assertThat(new Color(read(kept).getRGB(5, 5)).getRed()).isGreaterThan(200);
        Refusal.of(() -> Picture.signature(Uploads.emptyCanvas())).invalid().says("还没有签字");
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static String colour(byte[] jpeg, int x, int y) throws IOException {
        Color color = new Color(read(jpeg).getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 80
                ? "red"
                : color.getBlue() > 200 && color.getRed() < 80 ? "blue" : "neither";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
