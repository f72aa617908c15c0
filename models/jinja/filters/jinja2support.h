#pragma once

#include "models/jinja/function.h"

#include <initializer_list>
#include <vector>

namespace waymark::jinja {

/// markupsafe.soft_str(): a text as it is, anything else as text.
[[nodiscard]] Value softText(Runtime &runtime, const Value &value);
/// A method of str; it is found once.
class TextMethod
{
public:
    explicit TextMethod(const char16_t *name);
    /// Called on `text`.
    [[nodiscard]] Value operator()(Runtime &runtime, const Value &text,
                                   std::initializer_list<Value> arguments = {}) const;

private:
    const Function &m_function;
};
/// `result`, a list or iterator whose items keep what they come from, but which of them there are
/// and in which order depends on all that was given to the filter.
[[nodiscard]] Value orderedBy(Call &call, Value result);
/// What all the arguments of a call come from.
[[nodiscard]] Tags allTags(Call &call);
/// Fails as Python does where `value` has no attribute of that name.
[[noreturn]] void failAttribute(Runtime &runtime, const Value &value, const QString &name);
/// Fails with what len() says of `value`.
[[noreturn]] void failLength(Runtime &runtime, const Value &value);
/// Of a function written in C that takes one argument: more, or one by name, is an error.
void onlyOneArgument(const Call &call);

/// Looks up what the parameter "attribute" of many filters names: "name", "name.0", 3
/// (make_attrgetter).
class AttributeGetter
{
public:
    /// `attribute` None: the item itself.
    AttributeGetter(const Value &attribute, bool ignoresCase, Value fallback = {});
    [[nodiscard]] Value of(Runtime &runtime, const Value &item) const;

private:
    std::vector<Value> m_parts;
    Value m_fallback; ///< For what is undefined on the way; Missing: none.
    bool m_ignoresCase;
};

/// Parameters of Python's pprint.pformat().
struct PrettyStyle
{
    int depth = 0; ///< Deeper levels are cut off; 0: none.
    bool isCompact = false;
};
[[nodiscard]] QString prettyPrinted(Runtime &runtime, const Value &value,
                                    const PrettyStyle &style = {});

/// A text in lower case, anything else as it is.
[[nodiscard]] Value withoutCase(const Value &value);

} // namespace waymark::jinja
