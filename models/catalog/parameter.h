#pragma once

#include "models/base/sourceposition.h"
#include "models/catalog/answerpath.h"

#include <optional>

namespace waymark {

/// One of the answers that a choice offers.
struct ParameterChoice
{
    Value value;
    QString title; ///< Never empty: the value's own text where the template gives no title.
    friend bool operator==(const ParameterChoice &, const ParameterChoice &) = default;
};

/// A question that a template asks, as it stands with the answers so far.
struct Parameter
{
    enum class Type : quint8 {
        Text,
        Integer,
        Number,
        Boolean,
        Choice, ///< One of `choices`.
        MultipleChoice, ///< A list of some of `choices`.
        Sequence, ///< A list of what `items` describes.
        Mapping, ///< Names chosen by the user, each with a value.
        Group, ///< Parameters of its own, in `members`.
        File, ///< The contents of a file, as a data: URL.
        Anything, ///< The template does not say.
    };

    /// Of numbers as the template writes them, of texts in code points, of lists in items.
    struct Limits
    {
        std::optional<Value> minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf;
        std::optional<qint64> minimumLength, maximumLength; ///< Of a text, a list or a map.
        QString pattern;
        QString patternWords; ///< What the template says to what does not match, if it does.
        bool uniqueItems = false;
        friend bool operator==(const Limits &, const Limits &) = default;
    };

    QString name = {}; ///< The key of its answer.
    AnswerPath path = {}; ///< With `name` as its last part.
    QString title = {}; ///< Never empty: `name` where the template gives none.
    QString description = {};
    QString help = {};
    QString placeholder = {};
    Type type = Type::Text;
    std::optional<Value> defaultValue
        = {}; ///< Of this parameter alone; see Form::defaults() for all.
    QList<ParameterChoice> choices = {};
    Limits limits = {};
    QString format = {}; ///< "email", "uri", …
    QString widget = {}; ///< `ui:widget`
    QString field = {}; ///< `ui:field`
    Map options = {}; ///< `ui:options`, other `ui:` keys without their prefix, and `examples`.
    bool required = false;
    bool nullable = false; ///< Nothing (null) is an answer too.
    bool readOnly = false;
    bool autofocus = false;
    QList<Parameter> members = {}; ///< Of a group.
    QList<Parameter> items = {}; ///< Of a list: one, nameless, that describes every item.

    /// What a number counts: "MiB", as `ui:options: {unit: MiB}` says it; empty: it does not.
    [[nodiscard]] QString unit() const { return options.value(u"unit").textOr(); }
    [[nodiscard]] bool isHidden() const { return widget == u"hidden"; }
    /// Whether its answer is never shown, stored or logged.
    [[nodiscard]] bool isSecret() const { return isBackstageSecret() || widget == u"password"; }
    /// Whether the answer is `secrets.NAME` to the template, and `parameters.NAME` only asterisks.
    [[nodiscard]] bool isBackstageSecret() const { return field == u"Secret"; }

    friend bool operator==(const Parameter &a, const Parameter &b);
};

} // namespace waymark
