/** What leaves the office on paper: the printed slip, blank slips for a power cut, the owners' monthly statements. */
package org.baoxiu.paper;
