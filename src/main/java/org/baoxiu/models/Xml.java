package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** A diagram or decision table as it is written, whatever the model's own interface knows of it. */
final class Xml {

    /** The key of the text between the tags. */
    static final String OWN = "text()";

    private Xml() {}

    static void each(ModelInstance model, Consumer<Element> action) {
        each(((Document) model.getDocument().getDomSource().getNode()).getDocumentElement(), action);
    }

    static void each(Element element, Consumer<Element> action) {
        action.accept(element);
        children(element).forEach(child -> each(child, action));
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                children.add(below);
            }
        }
        return children;
    }

    /** By the attribute's local name, {@value #OWN} for the text between the tags. */
    static Map<String, String> texts(Element element) {
        Map<String, String> texts = new TreeMap<>();
        attributes(element).forEach((name, value) -> texts.put(name.getLocalPart(), value));
        String own = own(element);
        if (!own.isEmpty()) {
            texts.put(OWN, own);
        }
        return texts;
    }

    static Map<QName, String> attributes(Element element) {
        Map<QName, String> found = new HashMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int index = 0; index < all.getLength(); index++) {
            Attr attribute = (Attr) all.item(index);
            if (!attribute.getName().startsWith("xmlns")) {
                found.put(
                        new QName(
                                attribute.getNamespaceURI() == null ? "" : attribute.getNamespaceURI(),
                                attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName()),
                        attribute.getValue());
            }
        }
        return found;
    }

    /** The text between the tags, without that of elements below. */
    static String own(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** An attribute of the engine's, which listeners and call activities carry without a prefix; empty if it is not there. */
    static String attribute(Element element, String name) {
        String ofEngine = element.getAttributeNS(ProcessModel.CAMUNDA, name);
        return ofEngine.isEmpty() ? element.getAttribute(name) : ofEngine;
    }

    /** The name of an element on one line; its id, where it has none. */
    static String name(ModelInstance model, String id) {
        ModelElementInstance element = model.getModelElementById(id);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null || name.isBlank() ? id : name.replaceAll("\\s+", " ");
    }

    /** Name and id of the nearest element that has an id, as the person finds it in the Modeler. */
    static String place(Element element) {
        Node at = element;
        while (at instanceof Element here && here.getAttribute("id").isEmpty()) {
            at = at.getParentNode();
        }
        if (!(at instanceof Element here)) {
            return "文件开头";
        }
        String name = here.getAttribute("name").replaceAll("\\s+", " ").strip();
        return name.isEmpty() ? here.getAttribute("id") : "“" + name + "”（" + here.getAttribute("id") + "）";
    }
}
