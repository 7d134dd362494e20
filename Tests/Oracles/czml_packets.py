"""Reads a CZML document by czml3, which refuses what CZML does not know, and prints each packet's id.

A packet that czml3 would write otherwise ends it with 1. The path of the document is on standard input.
"""

import json
import sys

from czml3 import Packet

with open(sys.stdin.readline().strip(), encoding="utf-8") as file:
    packets = json.load(file)
for number, given in enumerate(packets):
    again = Packet(**given).model_dump(mode="json", exclude_none=True)
    if again != given:
        sys.exit(f"packet {number}: {given} is {again} for czml3")
    print(given["id"])
