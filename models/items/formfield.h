#pragma once

#include "models/items/fieldfix.h"
#include "models/items/fieldkind.h"
#include "models/items/goldenmeter.h"

#include <QHash>

namespace waymark {

/// One question of a form as it stands: all that an editor and the words around it show.
struct FormField
{
    Parameter parameter = {};
    FieldKind kind = FieldKind::Text;
    std::optional<Value> value = {}; ///< The last good one: given, or the default.
    QString text = {}; ///< As typed, where that cannot be read; else of `value`.
    QStringList items = {}; ///< Of a list or map; see fieldItems().
    bool isUnreadable = false; ///< `text` or `items` are not what `value` says.
    std::optional<Problem> problem = {};
    bool isProblemShown = false;
    int problemItem = -1; ///< The item of a list or map that the problem is about.
    std::optional<FieldFix> fix = {}; ///< Of a problem that is shown.
    GoldenState golden = GoldenState::None;
    QString goldenText = {}; ///< The golden default, for people.
    QString why = {}; ///< Why that is recommended.
    QString reason = {}; ///< Why another was taken.

    friend bool operator==(const FormField &, const FormField &) = default;
};

/// What fields are made of, found once for a form as it stands.
struct FormFacts
{
    explicit FormFacts(const FormEdits &edits);

    const FormEdits &edits;
    Map answers;
    QMap<QString, Value> golden;
    QList<AnswerProblem> problems; ///< The first of a field counts:
    QHash<AnswerPath, qsizetype> exactly; ///< that is about just this path,
    QHash<AnswerPath, qsizetype> inside; ///< or about something at or in it.
};

/// The field of `parameter`; its problem is not shown.
[[nodiscard]] FormField fieldOf(const Parameter &parameter, const FormFacts &facts);

/// Whether `parameter` is a field that has others below it.
[[nodiscard]] inline bool hasMembers(const Parameter &parameter)
{
    return parameter.type == Parameter::Type::Group;
}

/// "Memory per copy, 512": what a screen reader says of a field first.
[[nodiscard]] QString spokenName(const FormField &field);
/// Help, golden state and problem, in this order.
[[nodiscard]] QString spokenDescription(const FormField &field);

} // namespace waymark
