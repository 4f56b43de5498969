"""Lists of feeds as OPML 2.0 (http://opml.org/spec2.opml), for other feed readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET


def opml(title: str, outlines: Iterable[Mapping[str, str]]) -> str:
    """Return a document of these outlines, each by its attributes (`text`, `xmlUrl`, …) without `type`, which is `rss`.

    Values are escaped; they must hold no character that XML does not allow.
    """
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    body = ET.SubElement(root, "body")
    for outline in outlines:
        ET.SubElement(body, "outline", {"type": "rss", **outline})
    return xml_file(root)


def xml_file(root: ET.Element) -> str:
    """Return a document as the text of its file, an element a line."""
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
