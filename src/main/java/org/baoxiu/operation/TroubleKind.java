package org.baoxiu.operation;

/** Kinds of what somebody has to see to, the most urgent first. */
public enum TroubleKind {
    COPY("恢复出来的副本", "现在什么消息都不发。用来演练的，看完停掉就行；要当正式系统用的，先停掉原来的那一套，再按下面的“这是正式系统”。"),
    DISK("磁盘快满了", "先删掉不用的文件或者换大一点的磁盘。磁盘满了就不能登记报修。"),
    FAILED("没办成的后台步骤", "看“原因”，处理好以后点“再试一次”。确实不用办的，写明理由后跳过，这张单从下一步继续。"),
    DECISION("规则表没有给出答案", "请流程管理员在“规则与流程”里检查这张表，补上缺的那一行。改好以后点“已改好”。"),
    QUEUE("消息没有发出去", "消息在排队，没有往外走。看运行日志里的错误，重新启动一次；还不行，把日志交给安装维护的人。"),
    CHANNEL("渠道送不到", "到“开办”的“消息渠道”里测试这个渠道；没有送到的，客服在“消息投递”里重发或打电话告知。"),
    CHECK("记录对不上", "把下面的单号交给安装维护的人；对上以后再检查一次。没有对上以前，不要删改这些单。"),
    EVIDENCE("存证对不上", "到“存证”里看是哪张单、哪条记录。先做一份备份，留好日志，查清是谁、怎么改的；查清以前，不要再动这些单。"),
    BACKUP("备份太旧了", "能点“立即备份”的点一下；没有这个按钮的，检查服务器上备份的定时任务（运行维护指南“备份”一节）。"),
    HTTPS("网站证书快到期了", "看代理为什么没有自动续期：域名和 80 端口还通不通、代理的日志。自己买的证书，换上新的再重新加载代理。"),
    HOLIDAYS("缺放假安排", "按国务院办公厅公布的放假通知，把这一年的表放进节假日目录，再启动一次（运行维护指南“节假日”一节）。"),
    CERTIFICATE("资质或许可快到期了", "请工程部主管办理续期，再用“维修人员资质登记”或“外包单位登记”登记新的有效期。过期以后不能接单。");

    private final String label;
    private final String advice;

    TroubleKind(String label, String advice) {
        this.label = label;
        this.advice = advice;
    }

    public String label() {
        return label;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
