#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "yeon/base/ids.h"
#include "yeon/base/value.h"

namespace yeon::query {

enum class VectorType : std::uint8_t {
  kValue,  ///< any mix of kinds
  kNode,
  kRelationship,
  kInteger,
  kFloat,
  kBoolean,
};

/// The values of one variable over a batch: typed 64-bit words where all are of one kind, generic
/// values else. Built once, then shared and immutable.
///
/// Shapes:  words() for typed vectors, values() for kValue, size() entries each. A null entity is
///          the word kNullId; nulls of other types are flagged in nulls(), which is empty where
///          there is none.
class Vector {
 public:
  static constexpr std::uint64_t kNullId = ~std::uint64_t{0};

  Vector() = default;
  explicit Vector(std::vector<Value> values) : values_(std::move(values)) {}
  Vector(VectorType type, std::vector<std::uint64_t> words, std::vector<std::uint8_t> nulls = {})
      : type_(type), words_(std::move(words)), nulls_(std::move(nulls)) {}

  VectorType type() const noexcept { return type_; }
  std::size_t size() const noexcept {
    return type_ == VectorType::kValue ? values_.size() : words_.size();
  }
  std::span<const std::uint64_t> words() const noexcept { return words_; }
  std::span<const Value> values() const noexcept { return values_; }
  std::span<const std::uint8_t> nulls() const noexcept { return nulls_; }

  bool is_null(std::size_t i) const {
    switch (type_) {
      case VectorType::kValue:
        return values_[i].is_null();
      case VectorType::kNode:
      case VectorType::kRelationship:
        return words_[i] == kNullId;
      default:
        return !nulls_.empty() && nulls_[i] != 0;
    }
  }

  Value at(std::size_t i) const {
    if (type_ == VectorType::kValue) return values_[i];
    if (is_null(i)) return Value();
    switch (type_) {
      case VectorType::kNode:
        return Value(NodeId{words_[i]});
      case VectorType::kRelationship:
        return Value(RelationshipId{words_[i]});
      case VectorType::kInteger:
        return Value(static_cast<std::int64_t>(words_[i]));
      case VectorType::kFloat:
        return Value(std::bit_cast<double>(words_[i]));
      default:
        return Value(words_[i] != 0);
    }
  }

 private:
  VectorType type_ = VectorType::kValue;
  std::vector<std::uint64_t> words_;
  std::vector<Value> values_;
  std::vector<std::uint8_t> nulls_;
};

using RowIndex = std::shared_ptr<const std::vector<std::uint32_t>>;

/// A column of a batch: a vector, seen through an index (row -> position) or as one constant. So
/// filters and expansions renumber rows without copying what they do not look at.
struct Column {
  std::shared_ptr<const Vector> vector;  ///< null: the variable is not there
  RowIndex index;                        ///< null: row i is position i
  bool constant = false;                 ///< every row is position 0

  static Column of(Vector v) {
    return {std::make_shared<const Vector>(std::move(v)), nullptr, false};
  }
  static Column repeat(Value value) {
    return {std::make_shared<const Vector>(std::vector<Value>{std::move(value)}), nullptr, true};
  }

  explicit operator bool() const noexcept { return vector != nullptr; }
  std::size_t position(std::size_t row) const {
    return constant ? 0 : (index ? (*index)[row] : row);
  }
  Value at(std::size_t row) const { return vector ? vector->at(position(row)) : Value(); }
  bool is_null(std::size_t row) const { return !vector || vector->is_null(position(row)); }

  /// The id of a node or relationship, Vector::kNullId for null or another kind.
  std::uint64_t id(std::size_t row) const {
    if (!vector) return Vector::kNullId;
    const std::size_t i = position(row);
    if (vector->type() == VectorType::kNode || vector->type() == VectorType::kRelationship) {
      return vector->words()[i];
    }
    if (vector->type() != VectorType::kValue) return Vector::kNullId;
    const Value& value = vector->values()[i];
    if (value.is(Kind::kNode)) return raw(value.node());
    if (value.is(Kind::kRelationship)) return raw(value.relationship());
    return Vector::kNullId;
  }
};

}  // namespace yeon::query
