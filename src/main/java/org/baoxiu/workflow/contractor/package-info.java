/** The process {@code contractorRecord}: outside contractors with their licences. */
package org.baoxiu.workflow.contractor;
