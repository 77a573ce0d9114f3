"""Compares extracted facts with the golds of the sample articles.

An entity is right when its label and its name (or, its name unknown, an alias) are the gold's; a
relation when its two ends, its predicate and its modality are. Optional gold facts neither help
nor hurt. Figures are micro averages over the articles.
"""

import json

SYMMETRIC = {"PARTNERS_WITH", "MAY_PARTNER_WITH", "COMPETES_WITH"}


class Tally:
    def __init__(self):
        self.right = self.false = self.missed = 0

    def f1(self):
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else 1.0


def read_facts(text):
    """JSON lines of `yeon extract` by article stem."""
    articles = {}
    for line in text.splitlines():
        fact = json.loads(line)
        stem = fact["article"].rsplit("/", 1)[-1].rsplit(".", 1)[0]
        articles.setdefault(stem, {"entity": [], "relation": [], "article": []})[fact["kind"]].append(fact)
    return articles


def _gold_names(gold):
    names = {}
    for entity in gold["entities"]:
        for name in [entity["name"], *entity["aliases"], *entity.get("also", [])]:
            names[name] = entity["name"]
    return names


def _resolve(entity, names):
    for name in [entity["name"], *entity["aliases"]]:
        if name in names:
            return names[name]
    return "?" + entity["name"]


def _key(subject, predicate, object_):
    if predicate in SYMMETRIC and object_ < subject:
        subject, object_ = object_, subject
    return subject, predicate, object_


def compare(facts, gold, entities, relations, wrongly_asserted):
    """Adds one article to the tallies; lists denied facts that were read as asserted."""
    names = _gold_names(gold)
    wanted = {e["name"]: e for e in gold["entities"]}
    found, by_id = set(), {}
    for entity in facts["entity"]:
        name = _resolve(entity, names)
        by_id[entity["id"]] = name
        gold_entity = wanted.get(name)
        labels = [gold_entity["label"], *gold_entity.get("label_also", [])] if gold_entity else []
        if entity["label"] in labels and name not in found:
            found.add(name)
            entities.right += not gold_entity.get("optional", False)
        elif entity["name"] not in gold["ignore"]:
            entities.false += 1
    entities.missed += sum(name not in found and not e.get("optional", False)
                           for name, e in wanted.items())

    expected = {_key(r["subject"], r["predicate"], r["object"]): r for r in gold["relations"]}
    seen = set()
    for relation in facts["relation"]:
        key = _key(by_id[relation["subject"]], relation["predicate"], by_id[relation["object"]])
        gold_relation = expected.get(key)
        if gold_relation is None or key in seen:
            relations.false += 1
            continue
        accepted = [gold_relation["modality"], *gold_relation.get("modality_also", [])]
        if gold_relation["modality"] == "denied" and relation["modality"] == "asserted":
            wrongly_asserted.append((gold["article"], key))
        if relation["modality"] not in accepted:
            relations.false += 1
            continue
        seen.add(key)
        relations.right += not gold_relation.get("optional", False)
    relations.missed += sum(key not in seen and not r.get("optional", False)
                            for key, r in expected.items())
