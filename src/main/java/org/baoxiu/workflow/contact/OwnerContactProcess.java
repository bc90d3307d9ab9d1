package org.baoxiu.workflow.contact;

import org.baoxiu.workflow.Field;
import org.baoxiu.workflow.Form;

/** The contract with {@code processes/owner-contact.bpmn}: what an owner says by phone about an open slip. */
public final class OwnerContactProcess {

  public static final String KEY = "ownerContact";

  public enum ContactKind { URGE, COMPLAIN, CANCEL }

  public static final Field<String> SLIP_NUMBER = Field.text("slipNumber", "维修单号", 20);
  public static final Field<ContactKind> CONTACT_KIND = Field.choice("contactKind", "业主要求", ContactKind.class);
  public static final Field<String> OWNER_WORDS = Field.text("ownerWords", "业主原话", 1000);
  public static final Field<Boolean> LOSS_OR_INJURY = Field.tick("lossOrInjury", "管理处有责任的重大损失或人员受伤");
  public static final Form FORM = Form.of("owner-contact", SLIP_NUMBER, CONTACT_KIND, OWNER_WORDS, LOSS_OR_INJURY);

  private OwnerContactProcess() {
  }
}
