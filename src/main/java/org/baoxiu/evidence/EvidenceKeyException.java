package org.baoxiu.evidence;

/** The start is refused because nothing that is written now could be proved later. */
class EvidenceKeyException extends RuntimeException {

    private static final String ACTION =
            """
            Set BAOXIU_EVIDENCE_KEY, or baoxiu.evidence.key, to at least %d random characters, such as the output of "openssl rand -base64 48", the same on \
            every node, and keep a copy of it outside the server: without it, what was written cannot be verified any more. \
            请设置存证密钥 BAOXIU_EVIDENCE_KEY（至少 %1$d 个随机字符，如 openssl rand -base64 48 的输出），各节点相同，并在服务器以外另存一份。"""
                    .formatted(EvidenceKeys.SHORTEST);

    private EvidenceKeyException(String description) {
        super(description);
    }

    static EvidenceKeyException missing() {
        return new EvidenceKeyException("There is no key for the evidence. 没有设置存证密钥。");
    }

    static EvidenceKeyException tooShort() {
        return new EvidenceKeyException("The key for the evidence is too short. 存证密钥太短。");
    }

    static EvidenceKeyException unreadable(String file) {
        return new EvidenceKeyException(
                "The file with the key for the evidence can be neither read nor made: %s. 存证密钥的文件读不到，也不能新建。"
                        .formatted(file));
    }

    String action() {
        return ACTION;
    }
}
