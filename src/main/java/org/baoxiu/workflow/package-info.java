/** What all processes have in common: fields and forms as they are submitted, and the people behind the engine. */
package org.baoxiu.workflow;
