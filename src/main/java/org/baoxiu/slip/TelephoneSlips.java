package org.baoxiu.slip;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The slips that were reported from one telephone, open and ended. */
@Service
@Transactional(readOnly = true)
public class TelephoneSlips {

    private final SlipRepository slips;

    TelephoneSlips(SlipRepository slips) {
        this.slips = slips;
    }

    /** @param telephone as it is dialled from anywhere, such as {@code +8613800138000} */
    public List<Slip> newest(String telephone, int most) {
        return slips.findOfTelephone(telephone, most);
    }
}
