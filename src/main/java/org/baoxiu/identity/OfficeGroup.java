package org.baoxiu.identity;

import java.util.Arrays;
import java.util.List;

/** The groups of the procedure, by the ids that models refer to. */
enum OfficeGroup {

  CUSTOMER_SERVICE("customerService", "客户服务中心"),
  CUSTOMER_SERVICE_LEAD("customerServiceLead", "客户服务中心主管"),
  MAINTENANCE("maintenance", "工程部维修班"),
  ENGINEERING_SUPERVISOR("engineeringSupervisor", "工程部主管"),
  DIRECTOR("director", "主任"),
  DUTY_DIRECTOR("dutyDirector", "值班主任"),
  GENERAL_AFFAIRS("generalAffairs", "综合部");

  /** Whoever works on slips: everybody but the department that only receives the monthly papers. */
  static final List<OfficeGroup> ON_SLIPS = Arrays.stream(values()).filter(group -> group != GENERAL_AFFAIRS).toList();

  /** Whoever needs any slip for their work; a technician needs those of their own. */
  static final List<OfficeGroup> ALL_SLIPS = Arrays.stream(values()).filter(group -> group != MAINTENANCE).toList();

  private final String id;
  private final String label;

  OfficeGroup(String id, String label) {
    this.id = id;
    this.label = label;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }
}
