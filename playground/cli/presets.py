"""`nnplayground presets`: the lessons that come with the program."""

from __future__ import annotations

import argparse
import json

from playground.cli.files import presets


def run(arguments: argparse.Namespace) -> int:
    """List id and title by topic, with the parameters of architectures, or JSON."""
    found = presets()
    if arguments.json:
        rows = [
            {"id": p.id, "title": p.title, "topic": p.topic, "path": str(p.path)}
            | ({"parameters": p.parameters} if p.parameters else {})
            for p in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    width = max((len(p.id) for p in found), default=0)
    wide = max((len(p.title) for p in found if p.parameters), default=0)
    topic = ""
    for preset in sorted(found, key=lambda p: (p.topic, p.id)):
        if preset.topic != topic:
            topic = preset.topic
            print(topic)
        size = f"{preset.parameters:,} parameters" if preset.parameters else ""
        print(f"  {preset.id:<{width}}  " + (f"{preset.title:<{wide}}  {size:>22}" if size else preset.title))
    return 0
