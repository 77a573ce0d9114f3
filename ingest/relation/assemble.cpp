#include "relation/assemble.h"

namespace yeon::ingest {
namespace {

Entity entity_of(const Document& document, const Linking& linking, const LinkedEntity& linked) {
  Entity entity;
  entity.label = linked.label;
  entity.executive = linked.executive && linked.label == EntityLabel::kPerson;
  entity.name = linked.name;
  entity.canonical = linked.canonical;
  entity.ticker = linked.ticker;
  entity.confidence = linked.confidence;
  for (const std::string& spelling : linked.spellings) {
    if (spelling != linked.name) entity.aliases.push_back(spelling);
  }
  for (const std::uint32_t m : linked.mentions) {
    const Mention& mention = linking.mentions[m];
    entity.mentions.push_back({document.sentences[mention.sentence].index, mention.span});
  }
  return entity;
}

Evidence evidence_of(const Document& document, std::uint32_t sentence) {
  const Sentence& source = document.sentences[sentence];
  return {source.index, source.span, std::string(document.slice(source.span))};
}

Relation relation_of(const Document& document, RelationDraft& draft) {
  Relation relation;
  relation.subject = draft.subject;
  relation.predicate = draft.predicate;
  relation.object = draft.object;
  relation.modality = draft.modality;
  relation.confidence = draft.confidence;
  relation.title = std::move(draft.title);
  relation.valid_from = draft.valid_from;
  relation.valid_to = draft.valid_to;
  relation.deal = std::move(draft.deal);
  relation.rule = draft.rule;
  relation.evidence = evidence_of(document, draft.sentence);
  for (const std::uint32_t more : draft.more_sentences) {
    relation.more_evidence.push_back(evidence_of(document, more));
  }
  return relation;
}

}  // namespace

ArticleFacts assemble(Document document, Linking linking, std::vector<RelationDraft> drafts) {
  ArticleFacts facts;
  for (const LinkedEntity& entity : linking.entities) {
    facts.entities.push_back(entity_of(document, linking, entity));
  }
  for (RelationDraft& draft : settle(std::move(drafts))) {
    facts.relations.push_back(relation_of(document, draft));
  }
  facts.source_path = std::move(document.source_path);
  facts.language = document.language;
  facts.title = std::move(document.title);
  facts.source = std::move(document.source);
  facts.published = std::move(document.published);
  facts.sentence_count = static_cast<std::uint32_t>(document.sentences.size());
  facts.text = std::move(document.text);
  return facts;
}

}  // namespace yeon::ingest
