/**
 * The service slip: the record of one request with its states, history and rules; and how texts, times, numbers and
 * telephones are read and shown.
 */
package org.baoxiu.slip;
