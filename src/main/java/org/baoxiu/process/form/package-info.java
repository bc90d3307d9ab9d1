/** Fields and forms as they are submitted. */
package org.baoxiu.process.form;
