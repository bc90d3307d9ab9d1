/** Pages of the office: board, messages, calls to make, prints, months. */
package org.baoxiu.web.desk;
