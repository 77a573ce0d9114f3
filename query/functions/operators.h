#pragma once

#include <string_view>

#include "functions/functions.h"
#include "yeon/base/result.h"
#include "yeon/base/value.h"

/// openCypher's operators on values. Null operands give null unless said otherwise. Errors are
/// runtime errors in the TCK's words.
namespace yeon::query::op {

// --- Arithmetic. Integers stay integers; overflow and integer division by zero are
// ArithmeticErrors; operands of other kinds are TypeErrors (InvalidArgumentType).

/// Numbers, strings (also a string and a number), lists (concatenation, append, prepend),
/// durations, and a temporal value and a duration.
Result<Value> add(const Value& a, const Value& b);
/// Numbers, durations, a temporal value less a duration.
Result<Value> subtract(const Value& a, const Value& b);
/// Numbers; a duration times a number.
Result<Value> multiply(const Value& a, const Value& b);
/// Numbers; a duration by a number. Integers divide towards zero.
Result<Value> divide(const Value& a, const Value& b);
/// The sign is the dividend's.
Result<Value> modulo(const Value& a, const Value& b);
/// Always a float.
Result<Value> power(const Value& a, const Value& b);
Result<Value> negate(const Value& a);
/// Unary plus: checks the kind only.
Result<Value> plus(const Value& a);

// --- Comparison: a boolean or null, never an error.
Value equal(const Value& a, const Value& b);
Value not_equal(const Value& a, const Value& b);
Value less(const Value& a, const Value& b);
Value less_equal(const Value& a, const Value& b);
Value greater(const Value& a, const Value& b);
Value greater_equal(const Value& a, const Value& b);

// --- Three-valued logic. TypeError InvalidArgumentType for what is neither boolean nor null.
Result<Value> logical_and(const Value& a, const Value& b);
Result<Value> logical_or(const Value& a, const Value& b);
Result<Value> logical_xor(const Value& a, const Value& b);
Result<Value> logical_not(const Value& a);

// --- Membership and strings.

/// TypeError InvalidArgumentType where `list` is neither list nor null.
Result<Value> in(const Value& element, const Value& list);
/// Null where either is not a string, so also each of the next two.
Value starts_with(const Value& text, const Value& prefix);
Value ends_with(const Value& text, const Value& suffix);
Value contains(const Value& text, const Value& part);
/// `text =~ pattern`: the whole text matches. RE2's syntax, in time linear in the text.
/// SyntaxError InvalidRegularExpression for a pattern RE2 refuses.
Result<Value> matches(const Value& text, const Value& pattern, FunctionContext& context);

// --- Access.

/// `container[key]`: a list by integer (negative from the end, null outside), a map, node or
/// relationship by string.
Result<Value> index(const Value& container, const Value& key, FunctionContext& context);
/// `list[from..to]`; a bound that is not written is a null pointer, one that is null gives null.
Result<Value> slice(const Value& list, const Value* from, const Value* to);
/// `container.key`: a map's entry, a node's or relationship's property, a component of a temporal
/// value, duration or point. EntityNotFound DeletedEntityAccess where the entity is gone.
Result<Value> property(const Value& container, std::string_view key, FunctionContext& context);
/// property() where the container needs no graph: everything but nodes and relationships.
Result<Value> component(const Value& container, std::string_view key);

}  // namespace yeon::query::op
