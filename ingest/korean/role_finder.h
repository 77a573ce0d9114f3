#pragma once

#include <cstdint>
#include <vector>

#include "korean/frames.h"
#include "korean/scene.h"

namespace yeon::ingest::korean {

/// Finds who or what stands in a role of one trigger's clause. Borrows the scene.
class RoleFinder {
 public:
  using Entities = std::vector<std::uint32_t>;

  RoleFinder(const Scene& scene, std::uint32_t trigger)
      : scene_(scene), trigger_(trigger), clause_(scene.clause_of(trigger)) {}

  /// Entities in `role` with one of `labels` (bit per EntityLabel), each once; `others` are the
  /// party already found.
  Entities find(Role role, const Entities& others, std::uint8_t labels);

  /// Whether the clause names a subject of its own: '가람이 보유한 나래'.
  bool names_subject() const;

  /// Whether the subject last found was carried over from an earlier sentence.
  bool carried() const noexcept { return carried_; }

 private:
  const Chunk& trigger() const { return scene_.chunks[trigger_]; }
  const Scene& scene_;
  std::uint32_t trigger_;
  const Clause* clause_;
  bool carried_ = false;
  std::uint8_t labels_ = 0xFF;

  Entities fitting(const Entities& found, std::uint8_t labels) const;
  Entities fillers(Role role, const Entities& others);
  static constexpr std::uint8_t kThings = 1U << static_cast<unsigned>(EntityLabel::kModel) |
                                          1U << static_cast<unsigned>(EntityLabel::kProduct);
  Entities at_phrase(std::uint32_t argument) const;
  Entities named_in_phrase(std::uint32_t argument) const;
  bool is_same_thing(std::uint32_t name, std::uint32_t head) const;
  Entities object() const;
  Entities content_subject() const;
  Entities outer() const;
  Entities through() const;
  Entities prior() const;
  Entities makers(const Entities& things) const;
  Entities target_makers() const;
  Entities earlier_with() const;
  Entities topic(const Entities& others) const;
  Entities arguments(std::initializer_list<Case> cases) const;
  bool is_foundation(std::uint32_t i) const;
  bool is_own_phrase(std::uint32_t argument) const;
  void content_clauses(std::vector<const Clause*>& searched) const;
  Entities with() const;
  Entities modifiers(Case wanted) const;
  Entities head() const;
  Entities head_entities(std::uint32_t head) const;
  Entities next() const;
  Entities inner() const;
  Entities against() const;
  Entities accused() const;
  Entities complement() const;
};

}  // namespace yeon::ingest::korean
