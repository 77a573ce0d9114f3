#!/usr/bin/env python3
"""Builds common_words.txt: English words that are seen in lower case, from annotated sentences.

    build_words.py TRAIN.tsv... > common_words.txt

Each input is a table whose third column is a sentence (see data/README.md). A word is kept when its
lower-case form occurs at least three times, and at least half as often as all its spellings together,
so that names stay out. The output is sorted: the same tables give the same bytes.
"""

import collections
import re
import sys

WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]|[A-Za-z]")


def main():
    lower = collections.Counter()
    every = collections.Counter()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as table:
            for row in table:
                cells = row.rstrip("\n").split("\t")
                if row.startswith("#") or len(cells) < 3:
                    continue
                for word in WORD.findall(cells[2]):
                    every[word.lower()] += 1
                    if word.islower():
                        lower[word] += 1
    print("# Words of ordinary English, by build_words.py; one a line.")
    for word in sorted(lower):
        if lower[word] >= 3 and lower[word] * 2 >= every[word] and len(word) > 1:
            print(word)


if __name__ == "__main__":
    main()
