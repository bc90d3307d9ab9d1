package org.baoxiu.fee;

import java.util.Arrays;
import org.baoxiu.shared.Rejection;

/** How the owner pays (3.5, 4.3.8). */
enum CollectionWay {
    MONTHLY("monthly", "月结"),
    CASH("cash", "现金"),
    TRANSFER("transfer", "转账");

    private final String code;
    private final String label;

    CollectionWay(String code, String label) {
        this.code = code;
        this.label = label;
    }

    static CollectionWay of(String slipNumber, String code) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid(slipNumber, "没有“" + code + "”这种收款方式，请选择月结、现金或转账。"));
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }
}
