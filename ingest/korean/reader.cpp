#include "korean/reader.h"

#include "analysis/points.h"
#include "korean/analyser.h"
#include "korean/frame_matcher.h"
#include "korean/frames.h"
#include "korean/lexicon.h"
#include "korean/mention_finder.h"
#include "korean/offices.h"
#include "korean/owners.h"
#include "korean/scene.h"

namespace yeon::ingest::korean {

struct Reader::Parts {
  const Gazetteer& gazetteer;
  Lexicon lexicon;
  FrameSet frames;
  std::unique_ptr<Analyser> analyser;
  LinkOptions link_options;
};

Reader::Reader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::create(const std::filesystem::path& data,
                                               const std::filesystem::path& dictionary,
                                               const Gazetteer& gazetteer) {
  Result<Lexicon> lexicon = Lexicon::load(data / "ko");
  if (!lexicon) return tl::unexpected(lexicon.error());
  Result<FrameSet> frames = FrameSet::load(data / "ko" / "frames.txt");
  if (!frames) return tl::unexpected(frames.error());
  std::unique_ptr<Analyser> analyser;
  if (dictionary.empty()) {
    analyser = create_plain_analyser();
  } else {
    Result<std::unique_ptr<Analyser>> mecab = create_mecab_analyser(dictionary);
    if (!mecab) return tl::unexpected(mecab.error());
    analyser = std::move(*mecab);
  }
  LinkOptions options;
  for (const std::u32string& tail : lexicon->droppable_tail) {
    options.droppable_tails.push_back(to_utf8(tail));
  }
  return std::unique_ptr<Reader>(new Reader(
      std::unique_ptr<Parts>(new Parts{gazetteer, std::move(*lexicon), std::move(*frames),
                                       std::move(analyser), std::move(options)})));
}

namespace {

// Who works where and who makes what, for the sentences to come.
void learn(const Reading& reading, std::size_t from, Discourse& discourse) {
  for (std::size_t d = from; d < reading.drafts.size(); ++d) {
    const RelationDraft& draft = reading.drafts[d];
    const bool office =
        draft.predicate == Predicate::kLeads || draft.predicate == Predicate::kWorksFor;
    if (office && draft.modality != Modality::kEnded) {
      discourse.employers.emplace_back(draft.subject, draft.object);
    }
    if (draft.predicate == Predicate::kDevelops || draft.predicate == Predicate::kPlansToDevelop) {
      discourse.makers.emplace_back(draft.object, draft.subject);
    }
  }
}

bool same_pair(const RelationDraft& a, const RelationDraft& b) {
  return (a.subject == b.subject && a.object == b.object) ||
         (a.subject == b.object && a.object == b.subject);
}

// 'Talks' between two whose purchase, investment or supply the article tells are the talks about
// that: they lend it their dates and their end, and are no tie of their own.
void settle_talks(std::vector<RelationDraft>& drafts) {
  std::vector<RelationDraft> kept;
  for (const RelationDraft& talk : drafts) {
    if (talk.rule != "ko.partner.talks") {
      kept.push_back(talk);
      continue;
    }
    const auto about = std::find_if(drafts.begin(), drafts.end(), [&](const RelationDraft& other) {
      const bool deal =
          other.predicate == Predicate::kMayAcquire || other.predicate == Predicate::kMayInvestIn ||
          other.predicate == Predicate::kAcquired || other.predicate == Predicate::kInvestsIn ||
          other.predicate == Predicate::kSuppliesTo;
      return deal && same_pair(talk, other);
    });
    if (about == drafts.end()) {
      kept.push_back(talk);
      continue;
    }
    RelationDraft restated = talk;
    restated.subject = about->subject;
    restated.predicate = about->predicate;
    restated.object = about->object;
    if (talk.modality != Modality::kEnded) restated.modality = about->modality;
    restated.rule = about->rule;
    kept.push_back(std::move(restated));
  }
  drafts = std::move(kept);
}

}  // namespace

void Reader::read_sentence(const Document& document, std::uint32_t index,
                           const std::vector<Word>& words, Discourse& discourse,
                           Reading& reading) const {
  const Sentence& sentence = document.sentences[index];
  Scene scene{.document = document,
              .lexicon = parts_->lexicon,
              .linking = reading.linking,
              .discourse = discourse,
              .sentence = index,
              .is_title = sentence.kind == SentenceKind::kTitle,
              .chunks = make_chunks(document, index, words, reading.linking),
              .parse = {},
              .quantities = find_quantities(document, sentence)};
  resolve_anaphors(scene);
  scene.parse = parse_clauses(scene.chunks);
  const std::size_t before = reading.drafts.size();
  find_offices(scene, reading.drafts);
  find_owners(scene, reading.drafts);
  learn(reading, before, discourse);
  const std::size_t told = reading.drafts.size();
  match_frames(scene, parts_->frames, reading.drafts);
  learn(reading, told, discourse);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t d = before; d < reading.drafts.size(); ++d) {
    const RelationDraft& draft = reading.drafts[d];
    const auto is_body = [&](std::uint32_t entity) {
      const EntityLabel label = reading.linking.entities[entity].label;
      return label == EntityLabel::kFirm || label == EntityLabel::kOrganization;
    };
    if (is_body(draft.subject) && is_body(draft.object)) {
      pairs.emplace_back(draft.subject, draft.object);
    }
  }
  update_discourse(scene, pairs, discourse);
}

Reading Reader::read(Document& document) const {
  for (Sentence& sentence : document.sentences) {
    const bool read = sentence.kind == SentenceKind::kTitle ||
                      sentence.kind == SentenceKind::kCaption ||
                      sentence.kind == SentenceKind::kBody;
    if (read) parts_->analyser->analyse(document, sentence);
  }
  ArticleWords words = cut_article(document);
  Reading reading;
  reading.linking = link(find_mentions(document, words, parts_->lexicon, parts_->gazetteer),
                         parts_->link_options);
  Discourse discourse;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!words[i].empty()) read_sentence(document, i, words[i], discourse, reading);
  }
  settle_talks(reading.drafts);
  mark_executives(reading);
  return reading;
}

void Reader::mark_executives(Reading& reading) const {
  for (const RelationDraft& draft : reading.drafts) {
    LinkedEntity& person = reading.linking.entities[draft.subject];
    if (person.label != EntityLabel::kPerson) continue;
    if (reading.linking.entities[draft.object].label != EntityLabel::kFirm) continue;
    if (draft.predicate == Predicate::kLeads) person.executive = true;
    if (draft.predicate != Predicate::kWorksFor || draft.title.empty()) continue;
    std::u32string title = to_points(draft.title);
    title = title.substr(0, title.find(U'('));
    const auto tail = parts_->lexicon.office_tail(title);
    if (tail.length > 0 && tail.office.executive) person.executive = true;
  }
}

}  // namespace yeon::ingest::korean
