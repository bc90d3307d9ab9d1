package org.baoxiu.models;

import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what a person changes has to be approved by a second one before it goes live. */
@Component
public class SecondApproval {

    private static final String BY_THE_PAGE = "这里设置了改动要由第二个人批准，不能直接部署。文件已经存成草稿：请在“规则与流程”里打开它，提出上线，再请另一位流程管理员批准。";
    private static final String NOT_TAKEN_AWAY = "这里设置了改动要由第二个人批准，不能直接删除、停用或恢复已经部署的版本。请在“规则与流程”的改动里退回一步，或者上传草稿、提出上线。";

    private volatile boolean asked;

    SecondApproval(ModelProperties properties) {
        asked = properties.secondApproval();
    }

    public boolean isAsked() {
        return asked;
    }

    /** As a test wants it. */
    void ask(boolean wanted) {
        asked = wanted;
    }

    /** @param person login name; null for the program itself */
    void refuseDirect(@Nullable String person) {
        refuse(person, BY_THE_PAGE);
    }

    void refuseTakingAway(@Nullable String person) {
        refuse(person, NOT_TAKEN_AWAY);
    }

    private void refuse(@Nullable String person, String why) {
        if (asked && person != null) {
            throw Rejection.invalid(why);
        }
    }
}
