/** The process {@code ownerContact}: what an owner says at the telephone about a slip. */
package org.baoxiu.workflow.contact;
