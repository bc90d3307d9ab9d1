/** Pages of owners: reporting, and the page behind the link to a slip. */
package org.baoxiu.web.owner;
