package org.baoxiu.photo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The photos of slips: of the fault by whoever reported it, before and after the work by the technician, and what the owner
 * signed with a finger (S2, Q5, 4.3.3, 4.3.4.8).
 */
@Service
@Transactional
public class Photos {

    /** A photo as large as it is kept, or small enough for a page with several of them. */
    public enum Size {
        FULL("full_size"),
        THUMBNAIL("thumbnail");

        private final String column;

        Size(String column) {
            this.column = column;
        }
    }

    private final PhotoRepository photos;
    private final JdbcClient database;
    private final Slips slips;
    private final Clock clock;

    Photos(PhotoRepository photos, JdbcClient database, Slips slips, Clock clock) {
        this.photos = photos;
        this.database = database;
        this.slips = slips;
        this.clock = clock;
    }

    /**
     * Adds pictures to an open slip, all of them or none. The slip's history says nothing of it: whoever is at a form of the slip
     * goes on undisturbed.
     */
    public void add(String slipNumber, PhotoKind kind, List<Picture> pictures, Person by) {
        if (pictures.isEmpty()) {
            return;
        }
        lock(slipNumber);
        SlipState state = slips.get(slipNumber).state();
        if (state.ended()) {
            throw Rejection.invalid(slipNumber, "这张单" + state.label() + "，不能再添加照片。");
        }
        int present = photos.countBySlipNumberAndKind(slipNumber, kind);
        if (present + pictures.size() > PhotoKind.MOST) {
            throw Rejection.invalid(
                    slipNumber,
                    kind.label() + "最多 " + PhotoKind.MOST + " 张，已有 " + present + " 张，这次选了 " + pictures.size()
                            + " 张。请减少后重新提交。");
        }
        pictures.forEach(picture -> save(slipNumber, kind, picture, by));
    }

    /** Two who add at once are not to go beyond the limit together. */
    private void lock(String slipNumber) {
        database.sql("select number from slip where number = ? for update")
                .param(slipNumber)
                .query(String.class)
                .optional();
    }

    private void save(String slipNumber, PhotoKind kind, Picture picture, Person by) {
        Photo photo = photos.save(new Photo(0, slipNumber, kind, clock.instant(), by.id()));
        database.sql("insert into photo_image (photo_id, full_size, thumbnail) values (?, ?, ?)")
                .params(photo.id(), picture.full(), picture.thumbnail())
                .update();
    }

    /** All photos and signatures of a slip, the oldest first. */
    public List<Photo> of(String slipNumber) {
        return photos.findBySlipNumberOrderById(slipNumber);
    }

    public List<Photo> of(String slipNumber, PhotoKind kind) {
        return of(slipNumber).stream().filter(photo -> photo.kind() == kind).toList();
    }

    /** The picture as JPEG; nothing when the slip has no photo with this id, whatever other slips have. */
    public Optional<byte[]> image(String slipNumber, long id, Size size) {
        return database.sql("select " + size.column + " from photo_image join photo on photo.id = photo_image.photo_id"
                        + " where photo.id = ? and photo.slip_number = ?")
                .params(id, slipNumber)
                .query(byte[].class)
                .optional();
    }
}
