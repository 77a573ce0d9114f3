#pragma once

#include "store/ledger.h"

namespace yeon::ingest::store {

/// The 32 hex digits under which a text is kept.
std::string hash_of_text(std::string_view text);

/// Writes the properties of the article node, clearing those the article has no value for.
Status show_article(graph::Transaction& transaction, const ArticleRecord& record,
                    Language language);

/// Creates the claim nodes of an article with their CLAIMS relationships. Fills record.claims;
/// `sighting_of_entity` gives the sighting for each entity of the facts. Relations that name
/// entities which are not there are left out.
Status create_claims(graph::Transaction& transaction, const ArticleFacts& facts,
                     const std::vector<std::uint32_t>& sighting_of_entity, ArticleRecord& record);

}  // namespace yeon::ingest::store
