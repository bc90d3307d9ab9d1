/** Photos and signatures of a slip: decoded, made smaller, encoded anew and kept. */
package org.baoxiu.slip.photo;
