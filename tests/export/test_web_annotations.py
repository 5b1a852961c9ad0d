from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace

from reader.annotations import AnchorState, Annotation, editing
from reader.export.as_web_annotations import to_web_annotations
from reader.reading import Reading

MakeReading = Callable[..., Reading]


def cached_of(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"ni:///sha-256;{digest.decode().rstrip('=')}"


def test_a_highlight_is_a_web_annotation(reading: MakeReading) -> None:
    made = reading("Some «words» here.", name="my news/one.txt")
    made = made.after(made.set_tags(made.annotations[0], [made.tag("a/b")]))
    made = made.after(made.set_note(made.annotations[0], "*So?*"))
    made = replace(made, annotations=(replace(made.annotations[0], creator="Ann Lee"),))
    annotation = made.annotations[0]
    assert json.loads(to_web_annotations([made])) == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [
            {
                "id": f"urn:uuid:{annotation.id}",
                "type": "Annotation",
                "motivation": "commenting",
                "creator": {"type": "Person", "name": "Ann Lee"},
                "created": annotation.created,
                "modified": annotation.modified,
                "body": [
                    {"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": "*So?*"},
                    {"type": "TextualBody", "purpose": "tagging", "value": "a/b"},
                ],
                "target": {
                    "source": {"id": "my%20news/one.txt", "type": "Text", "format": "text/plain"},
                    "selector": [
                        {"type": "TextQuoteSelector", "exact": "words", "prefix": "Some ", "suffix": " here."},
                        {"type": "TextPositionSelector", "start": 5, "end": 10},
                    ],
                    "state": {
                        "type": "TimeState",
                        "sourceDate": annotation.created,
                        "cached": cached_of("Some words here."),
                    },
                    "styleClass": "yellow",
                },
            }
        ],
    }


def test_a_bare_highlight_has_no_body_and_a_known_address_is_its_source(reading: MakeReading) -> None:
    made = reading("Some «words» here.", url="https://example.org/one")
    (item,) = json.loads(to_web_annotations([made]))["items"]
    assert item["motivation"] == "highlighting"
    assert "body" not in item
    assert item["target"]["source"]["id"] == "https://example.org/one"


def test_what_is_important_is_assessed_as_such(reading: MakeReading) -> None:
    made = reading("Some «words» here.")
    made = made.after(made.set_important(made.annotations[0], True))
    (item,) = json.loads(to_web_annotations([made]))["items"]
    important = {"type": "TextualBody", "purpose": "assessing", "value": "important"}
    assert (item["motivation"], item["body"]) == ("assessing", [important])
    made = made.after(made.set_note(made.annotations[0], "So?"))
    (item,) = json.loads(to_web_annotations([made]))["items"]
    assert (item["motivation"], item["body"][1:]) == ("commenting", [important])


def test_what_was_accepted_is_given_in_the_text_it_was_accepted_in(reading: MakeReading) -> None:
    made, later = reading("Some «words» here."), reading("New. Some «other words» here.")
    accepted = editing.retargeted(made.annotations[0], later.annotations[0].target).after
    assert isinstance(accepted, Annotation)
    (item,) = json.loads(to_web_annotations([replace(later, annotations=(accepted,))]))["items"]
    assert item["target"]["selector"][0]["exact"] == "other words"
    assert item["target"]["state"] == {"type": "TimeState", "cached": cached_of("New. Some other words here.")}


def test_lost_highlights_are_exported_as_they_were_made(reading: MakeReading) -> None:
    made = reading("Some «words» here.")
    lost = replace(made.annotations[0], anchor=replace(made.annotations[0].anchor, state=AnchorState.ORPHAN))
    (item,) = json.loads(to_web_annotations([replace(made, annotations=(lost,))]))["items"]
    assert item["target"]["selector"][0]["exact"] == "words"
