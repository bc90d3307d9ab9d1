package org.baoxiu.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.baoxiu.photo.Photos.Size;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.photo.Uploads;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@Tag("S2")
@Tag("Q5")
@Tag("4.3.3")
@DisplayName("维修单的照片")
class PhotosTest {

    private static final Person TECHNICIAN = new Person("tech1", Set.of("maintenance"));
    private static final Picture PICTURE = Picture.of(Uploads.jpeg(400, 300));

    @Autowired
    private Photos photos;

    @Autowired
    private Slips slips;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("photos are read kind by kind, each in two sizes, with who added them")
    void addedAndRead() {
        String slip = slip();
        photos.add(slip, PhotoKind.BEFORE, List.of(PICTURE, PICTURE), TECHNICIAN);
        photos.add(slip, PhotoKind.AFTER, List.of(PICTURE), TECHNICIAN);
        photos.add(slip, PhotoKind.AFTER, List.of(), TECHNICIAN);

        assertThat(photos.of(slip))
                .extracting(Photo::kind)
                .containsExactly(PhotoKind.BEFORE, PhotoKind.BEFORE, PhotoKind.AFTER);
        Photo after = photos.of(slip, PhotoKind.AFTER).get(0);
        assertThat(photos.image(slip, after.id(), Size.FULL)).contains(PICTURE.full());
        assertThat(photos.image(slip, after.id(), Size.THUMBNAIL)).contains(PICTURE.thumbnail());
        assertThat(after.addedBy()).isEqualTo("tech1");
        assertThat(slips.history(slip)).as("the report").hasSize(1);
    }

    @Test
    @DisplayName("a photo is found on its own slip only")
    void ofItsSlipOnly() {
        String slip = slip();
        photos.add(slip, PhotoKind.REPORT, List.of(PICTURE), TECHNICIAN);
        assertThat(photos.image(slip(), photos.of(slip).get(0).id(), Size.FULL)).isEmpty();
    }

    @Test
    @DisplayName("five of a kind are the most; more are refused together")
    void fiveOfAKind() {
        String slip = slip();
        photos.add(slip, PhotoKind.REPORT, Collections.nCopies(4, PICTURE), TECHNICIAN);
        Refusal.of(() -> photos.add(slip, PhotoKind.REPORT, Collections.nCopies(2, PICTURE), TECHNICIAN))
                .invalid()
                .says(slip, "最多 5 张", "已有 4 张", "选了 2 张");
        photos.add(slip, PhotoKind.REPORT, List.of(PICTURE), TECHNICIAN);
        photos.add(slip, PhotoKind.BEFORE, List.of(PICTURE), TECHNICIAN);
        assertThat(photos.of(slip)).hasSize(6);
    }

    @Test
    @DisplayName("a slip that has ended takes no more photos")
    void endedSlip() {
        String slip = slip();
        slips.cancel(slip, "自己修好了", TECHNICIAN);
        Refusal.of(() -> photos.add(slip, PhotoKind.REPORT, List.of(PICTURE), TECHNICIAN))
                .invalid()
                .says("已取消");
    }

    private String slip() {
        return slips.open(
                        new Report(
                                "一号管理处",
                                Channel.PHONE,
                                Area.INSIDE,
                                "张三",
                                "13800000000",
                                "1 栋 101",
                                "水管漏水",
                                clock.instant()),
                        TECHNICIAN)
                .number();
    }
}
